-- The verdicts of reviewers (`told_verdicts`, given), each put to the fact that stands at its place now.
-- A verdict tells the truth about a place in a text. So it outlives rebuilding and a change of the fact's id, and where
-- a campaign that was called wrong is later read as the reviewer said, the fact is right.

-- The article that has the reviewed text: the same as then, else one with the very same text (its source may have been
-- declared since, which changes the id).
CREATE TEMP TABLE reviewed_texts AS
SELECT DISTINCT a.article_id AS told_id, a.article_id
FROM told_verdicts
JOIN articles AS a USING (article_id);

CREATE TEMP TABLE moved_texts AS
SELECT DISTINCT article_id AS told_id, text_id, text_length
FROM told_verdicts
WHERE article_id NOT IN (SELECT told_id FROM reviewed_texts);

INSERT INTO reviewed_texts
WITH as_long AS MATERIALIZED (
    SELECT m.told_id, m.text_id, a.article_id, a.text
    FROM moved_texts AS m
    JOIN articles AS a ON length(a.text) = m.text_length
)
SELECT told_id, min(article_id) FROM as_long WHERE sha256(text) = text_id GROUP BY told_id;

INSERT INTO verdicts
SELECT
    v.verdict_no,
    v.kind,
    v.verdict,
    v.said,
    v.should_be,
    v.reviewer,
    (v.reviewed_at::TIMESTAMPTZ AT TIME ZONE 'UTC'),
    v.note,
    t.article_id,
    v.text_id,
    v.start,
    v."end",
    v.quote
FROM told_verdicts AS v
LEFT JOIN reviewed_texts AS t ON t.told_id = v.article_id
ORDER BY v.verdict_no;

INSERT INTO fact_reviews
SELECT
    f.fact_id,
    v.kind,
    v.reviewer,
    v.verdict_no,
    CASE
        WHEN v.verdict = 'right' THEN f.said = v.said
        WHEN v.kind = 'campaign' AND v.verdict = 'should_be' THEN f.said = v.should_be
        WHEN f.said = v.said THEN false
    END,
    CASE WHEN v.kind = 'campaign' THEN CASE v.verdict WHEN 'right' THEN v.said ELSE v.should_be END END
FROM standing_verdicts AS v
JOIN (FROM reviewable_facts SEMI JOIN reviewed_texts USING (article_id)) AS f
    ON f.article_id = v.article_id AND f.start = v.start AND f."end" = v."end" AND f.quote = v.quote
    AND f.kind = v.kind AND (f.said = v.said OR v.kind = 'campaign')
WHERE v.verdict IN ('right', 'wrong', 'should_be')
ORDER BY f.fact_id, v.reviewer;

-- Corrected counts, beside the raw ones: of the mentions of each campaign (its id is the `subject`), and of the facts of
-- every other kind as a whole (the kind is). What was reviewed is corrected exactly, the rest is estimated stratum by
-- stratum (source kind, province, year, rule): the unreviewed facts of a stratum times the share that is right among its
-- reviewed ones, or among all reviewed ones of the subject where nobody looked at the stratum. Estimates are added up as
-- decimals, so that their order does not matter.
CREATE TEMP TABLE missing_mentions AS
SELECT campaign_id FROM missed_mentions SEMI JOIN counted_articles USING (article_id) WHERE NOT found_since;

CREATE TEMP TABLE reviewed_subjects AS
SELECT DISTINCT kind, CASE kind WHEN 'campaign' THEN said ELSE kind END AS subject
FROM reviewable_facts SEMI JOIN reviewed_facts USING (fact_id)
WHERE counted
UNION
SELECT 'campaign', truth FROM reviewed_facts WHERE truth IS NOT NULL
UNION
SELECT 'campaign', campaign_id FROM missing_mentions;

CREATE TEMP TABLE judged_facts AS
SELECT
    f.kind,
    f.subject,
    f.source_kind,
    f.province,
    f.year,
    f.rule,
    r.is_right,
    coalesce(r.disputed, false) AS disputed,
    CASE WHEN NOT r.is_right THEN r.truth END AS truth
FROM (SELECT *, CASE kind WHEN 'campaign' THEN said ELSE kind END AS subject FROM reviewable_facts WHERE counted) AS f
SEMI JOIN reviewed_subjects USING (kind, subject)
LEFT JOIN reviewed_facts AS r USING (fact_id);

CREATE TEMP TABLE corrected AS
WITH strata AS MATERIALIZED (
    SELECT
        kind,
        subject,
        count(*) AS facts,
        count(is_right) AS reviewed,
        count(*) FILTER (is_right) AS "right",
        count(*) FILTER (disputed) AS disputed
    FROM judged_facts
    GROUP BY kind, subject, source_kind, province, year, rule
), wholes AS MATERIALIZED (
    SELECT
        kind,
        subject,
        sum(facts)::BIGINT AS facts,
        sum(reviewed)::BIGINT AS reviewed,
        sum("right")::BIGINT AS "right",
        sum(disputed)::BIGINT AS disputed
    FROM strata
    GROUP BY kind, subject
), estimated AS (
    SELECT
        s.kind,
        s.subject,
        sum(s."right" + CASE
            WHEN s.facts = s.reviewed THEN 0
            WHEN s.reviewed > 0 THEN (s.facts - s.reviewed) * s."right" / s.reviewed::DOUBLE
            ELSE s.facts * w."right" / nullif(w.reviewed, 0)::DOUBLE
        END::DECIMAL(18, 6)) AS kept,
        count(*) FILTER (s.reviewed = 0) AS strata_unseen
    FROM strata AS s
    JOIN wholes AS w USING (kind, subject)
    GROUP BY s.kind, s.subject
)
SELECT
    w.*,
    round(w."right" / nullif(w.reviewed, 0)::DOUBLE, 4) AS precision,
    round(wilson_low(w."right", w.reviewed), 4) AS low,
    round(wilson_high(w."right", w.reviewed), 4) AS high,
    e.strata_unseen,
    e.kept
FROM wholes AS w
JOIN estimated AS e USING (kind, subject);

-- To the campaigns' mentions those are added that reviewers gave to them from another one, or reported as missed; nothing
-- is estimated for what nobody saw to be missing.
INSERT INTO campaign_precision
WITH added AS (
    SELECT campaign_id, count(*) FILTER (NOT missed) AS gained, count(*) FILTER (missed) AS missed
    FROM (
        SELECT truth AS campaign_id, false AS missed FROM judged_facts WHERE truth IS NOT NULL
        UNION ALL
        SELECT campaign_id, true FROM missing_mentions
    )
    GROUP BY campaign_id
)
SELECT
    t.subject AS campaign_id,
    coalesce(c.facts, 0) AS mentions,
    coalesce(c.reviewed, 0) AS reviewed,
    coalesce(c."right", 0) AS "right",
    coalesce(c.disputed, 0) AS disputed,
    c.precision,
    c.low,
    c.high,
    coalesce(g.gained, 0) AS gained,
    coalesce(g.missed, 0) AS missed,
    coalesce(c.strata_unseen, 0) AS strata_unseen,
    CASE
        WHEN c.reviewed > 0 OR c.facts IS NULL
        THEN round(coalesce(c.kept, 0) + coalesce(g.gained, 0) + coalesce(g.missed, 0), 1)
    END AS corrected_mentions
FROM reviewed_subjects AS t
LEFT JOIN corrected AS c USING (kind, subject)
LEFT JOIN added AS g ON g.campaign_id = t.subject
WHERE t.kind = 'campaign' AND t.subject IN (SELECT campaign_id FROM campaigns)
ORDER BY t.subject;

INSERT INTO kind_precision
SELECT
    kind,
    facts,
    reviewed,
    "right",
    disputed,
    precision,
    low,
    high,
    strata_unseen,
    CASE WHEN reviewed > 0 THEN round(kept, 1) END AS corrected_facts
FROM corrected
WHERE kind <> 'campaign'
ORDER BY kind;
