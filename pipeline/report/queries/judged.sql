-- Of each kind, and of each campaign, some facts that people judged: what they disagree on first, then what is wrong.
SELECT
    f.kind,
    CASE f.kind WHEN 'campaign' THEN f.said END AS campaign_id,
    fact_id,
    f.said,
    r.is_right,
    v.verdicts,
    article_id,
    f.start - f.sentence_start AS start,
    f."end" - f.sentence_start AS "end",
    substring(a.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence
FROM reviewed_facts AS r
JOIN reviewable_facts AS f USING (fact_id)
JOIN articles AS a USING (article_id)
JOIN (
    SELECT fact_id, list({reviewer: w.reviewer, is_right: is_right, should_be: should_be, note: note} ORDER BY w.reviewer)
        AS verdicts
    FROM fact_reviews AS w
    JOIN verdicts USING (verdict_no)
    WHERE is_right IS NOT NULL
    GROUP BY fact_id
) AS v USING (fact_id)
WHERE f.counted
QUALIFY row_number() OVER (PARTITION BY f.kind, campaign_id ORDER BY r.is_right NULLS FIRST, fact_id) <= $listed
ORDER BY f.kind, campaign_id, r.is_right NULLS FIRST, fact_id
