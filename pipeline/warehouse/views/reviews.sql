-- What reviewers found, and what it means for the counts.
--
-- Precision is given with the Wilson score interval at 95 % (E. B. Wilson, "Probable inference, the law of succession,
-- and statistical inference", JASA 22 (1927) 209-212; recommended for small numbers by Brown, Cai and DasGupta,
-- Statistical Science 16 (2001) 101-133):
--     centre  (x + z²/2) / (n + z²)        half width  z / (n + z²) * sqrt(x (n - x) / n + z²/4)
-- for x right of n reviewed, z = 1.959963984540054.

CREATE MACRO _wilson_margin(x, n) AS 1.959963984540054 * sqrt(x * (n - x) / n::DOUBLE + 0.960364705173531);

CREATE MACRO wilson_low(x, n) AS
    CASE WHEN n > 0 THEN greatest(0, (x + 1.920729410347062 - _wilson_margin(x, n)) / (n + 3.841458820694124)) END;
COMMENT ON MACRO wilson_low IS 'Lower end of the 95 % Wilson interval of a share, x of n; null for n = 0.';

CREATE MACRO wilson_high(x, n) AS
    CASE WHEN n > 0 THEN least(1, (x + 1.920729410347062 + _wilson_margin(x, n)) / (n + 3.841458820694124)) END;
COMMENT ON MACRO wilson_high IS 'Upper end of the 95 % Wilson interval of a share, x of n; null for n = 0.';

CREATE VIEW reviewable_facts AS
SELECT
    f.fact_id,
    f.kind,
    f.said,
    f.counted AND k.article_id IS NOT NULL AS counted,
    f.article_id,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    s.kind AS source_kind,
    a.province,
    left(a.published_text, 4) AS year
FROM (
    SELECT
        mention_id AS fact_id,
        'campaign' AS kind,
        campaign_id AS said,
        counted,
        article_id,
        start,
        "end",
        quote,
        sentence_start,
        sentence_end,
        rule
    FROM campaign_mentions
    UNION ALL
    SELECT
        award_id,
        'award',
        concat_ws(' · ', award, 'hạng ' || rank::VARCHAR, count, unit, status),
        true,
        article_id, start, "end", quote, sentence_start, sentence_end, rule
    FROM awards
    UNION ALL
    SELECT
        official_id,
        'official',
        concat_ws(' · ', name, coalesce(office_canonical, office), further),
        true,
        article_id, start, "end", quote, sentence_start, sentence_end, rule
    FROM officials
    LEFT JOIN (
        SELECT official_id, string_agg(coalesce(office_canonical, office), ' · ' ORDER BY office_no) AS further
        FROM officials
        WHERE office_no > 1
        GROUP BY official_id
    ) USING (official_id)
    WHERE office_no <= 1
    UNION ALL
    SELECT
        meeting_id,
        'meeting',
        concat_ws(' · ', kind, date_text, name),
        true,
        article_id, start, "end", quote, sentence_start, sentence_end, rule
    FROM meetings
) AS f
JOIN articles AS a USING (article_id)
JOIN sources AS s USING (source_id)
LEFT JOIN counted_articles AS k USING (article_id);
COMMENT ON VIEW reviewable_facts IS 'The facts that thidua review sample draws from, with what each says and its stratum: source_kind, province, year, rule.';
COMMENT ON COLUMN reviewable_facts.fact_id IS 'The fact.';
COMMENT ON COLUMN reviewable_facts.kind IS 'campaign, award, official or meeting.';
COMMENT ON COLUMN reviewable_facts.said IS 'What it says in one line: for a campaign its id.';
COMMENT ON COLUMN reviewable_facts.counted IS 'Whether counts count it.';
COMMENT ON COLUMN reviewable_facts.article_id IS 'The article.';
COMMENT ON COLUMN reviewable_facts.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN reviewable_facts."end" IS 'Where they end.';
COMMENT ON COLUMN reviewable_facts.quote IS 'The words at that place.';
COMMENT ON COLUMN reviewable_facts.sentence_start IS 'Where the sentence around them begins.';
COMMENT ON COLUMN reviewable_facts.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN reviewable_facts.rule IS 'The rule that found it.';
COMMENT ON COLUMN reviewable_facts.source_kind IS 'Kind of the source; null where it is not declared.';
COMMENT ON COLUMN reviewable_facts.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN reviewable_facts.year IS 'Year of publication; null for an undated article.';

CREATE VIEW standing_verdicts AS
SELECT v.* REPLACE (coalesce(d.campaign_id, v.said) AS said, coalesce(e.campaign_id, v.should_be) AS should_be)
FROM (
    FROM verdicts
    QUALIFY article_id IS NOT NULL AND row_number() OVER (
        PARTITION BY vn_name(reviewer), kind, article_id, start, "end", CASE WHEN kind <> 'campaign' THEN said END
        ORDER BY verdict_no DESC
    ) = 1
) AS v
LEFT JOIN campaign_decisions AS d ON v.kind = 'campaign' AND d.candidate_id = v.said AND d.stands
LEFT JOIN campaign_decisions AS e ON v.kind = 'campaign' AND e.candidate_id = v.should_be AND e.stands;
COMMENT ON VIEW standing_verdicts IS 'Of each reviewer the latest verdict on each place, on texts that are here; candidates that were accepted or merged since go by the campaign''s id.';
COMMENT ON COLUMN standing_verdicts.verdict_no IS 'The verdict, see verdicts.';
COMMENT ON COLUMN standing_verdicts.kind IS 'Kind of the fact.';
COMMENT ON COLUMN standing_verdicts.verdict IS 'right, wrong, should_be, missed or withdrawn.';
COMMENT ON COLUMN standing_verdicts.said IS 'What the fact said.';
COMMENT ON COLUMN standing_verdicts.should_be IS 'What it should say.';
COMMENT ON COLUMN standing_verdicts.reviewer IS 'Who reviewed.';
COMMENT ON COLUMN standing_verdicts.reviewed_at IS 'When, UTC.';
COMMENT ON COLUMN standing_verdicts.note IS 'Note of the reviewer.';
COMMENT ON COLUMN standing_verdicts.article_id IS 'The article.';
COMMENT ON COLUMN standing_verdicts.text_id IS 'SHA-256 of its text.';
COMMENT ON COLUMN standing_verdicts.start IS 'Where the words stand in it.';
COMMENT ON COLUMN standing_verdicts."end" IS 'Where they end.';
COMMENT ON COLUMN standing_verdicts.quote IS 'The words at that place.';

CREATE VIEW reviewed_facts AS
SELECT
    fact_id,
    any_value(kind) AS kind,
    count(*) AS reviewers,
    CASE WHEN bool_and(is_right) = bool_or(is_right) THEN bool_and(is_right) END AS is_right,
    coalesce(bool_and(is_right) <> bool_or(is_right), false) AS disputed,
    CASE WHEN min(truth) = max(truth) THEN min(truth) END AS truth
FROM fact_reviews
GROUP BY fact_id;
COMMENT ON VIEW reviewed_facts IS 'Each reviewed fact once. Where reviewers disagree it is disputed, and counts as not reviewed until they agree.';
COMMENT ON COLUMN reviewed_facts.fact_id IS 'The fact.';
COMMENT ON COLUMN reviewed_facts.kind IS 'Kind of the fact.';
COMMENT ON COLUMN reviewed_facts.reviewers IS 'Number of people who reviewed it.';
COMMENT ON COLUMN reviewed_facts.is_right IS 'Whether it is right; null where disputed or not known.';
COMMENT ON COLUMN reviewed_facts.disputed IS 'Whether reviewers disagree.';
COMMENT ON COLUMN reviewed_facts.truth IS 'The campaign that the words name, where reviewers agree on one.';

CREATE VIEW missed_mentions AS
SELECT DISTINCT
    v.should_be AS campaign_id,
    v.article_id,
    v.start,
    v."end",
    v.quote,
    EXISTS (
        FROM campaign_mentions AS m
        WHERE m.article_id = v.article_id AND m.campaign_id = v.should_be AND m.start < v."end" AND m."end" > v.start
    ) AS found_since
FROM standing_verdicts AS v
WHERE v.kind = 'campaign' AND v.verdict = 'missed';
COMMENT ON VIEW missed_mentions IS 'Places where reviewers saw a campaign named that was not found.';
COMMENT ON COLUMN missed_mentions.campaign_id IS 'The campaign.';
COMMENT ON COLUMN missed_mentions.article_id IS 'The article.';
COMMENT ON COLUMN missed_mentions.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN missed_mentions."end" IS 'Where they end.';
COMMENT ON COLUMN missed_mentions.quote IS 'The words at that place.';
COMMENT ON COLUMN missed_mentions.found_since IS 'Whether it is found by now.';

CREATE VIEW review_agreement AS
SELECT
    one,
    other,
    n AS facts,
    agreed / n::DOUBLE AS agreement,
    (agreed / n::DOUBLE - by_chance) / nullif(1 - by_chance, 0) AS kappa
FROM (
    SELECT
        a.reviewer AS one,
        b.reviewer AS other,
        count(*) AS n,
        count(*) FILTER (a.is_right = b.is_right) AS agreed,
        avg(a.is_right::INTEGER) * avg(b.is_right::INTEGER)
            + avg((NOT a.is_right)::INTEGER) * avg((NOT b.is_right)::INTEGER) AS by_chance
    FROM fact_reviews AS a
    JOIN fact_reviews AS b ON b.fact_id = a.fact_id AND a.reviewer < b.reviewer
    WHERE a.is_right IS NOT NULL AND b.is_right IS NOT NULL
    GROUP BY a.reviewer, b.reviewer
);
COMMENT ON VIEW review_agreement IS 'How far two reviewers agree on the facts that both reviewed.';
COMMENT ON COLUMN review_agreement.one IS 'A reviewer.';
COMMENT ON COLUMN review_agreement.other IS 'Another.';
COMMENT ON COLUMN review_agreement.facts IS 'Facts that both reviewed.';
COMMENT ON COLUMN review_agreement.agreement IS 'Share on which they agree.';
COMMENT ON COLUMN review_agreement.kappa IS 'Cohen''s kappa: agreement beyond chance; null where both always say the same thing.';
