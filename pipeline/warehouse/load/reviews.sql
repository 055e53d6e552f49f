-- The verdicts of reviewers (`told_verdicts`, given), each put to the fact that stands at its place now.
-- A verdict tells the truth about a place in a text. So it outlives rebuilding and a change of the fact's id, and where
-- a campaign that was called wrong is later read as the reviewer said, the fact is right.

-- The article that has the reviewed text: the same as then, else one with the very same text (its source may have been
-- declared since, which changes the id).
CREATE TEMP TABLE reviewed_texts AS
WITH told AS (
    SELECT DISTINCT article_id, text_id, text_length FROM told_verdicts
), same AS (
    SELECT told.article_id AS told_id, a.article_id FROM told JOIN articles AS a USING (article_id)
), as_long AS MATERIALIZED (
    SELECT told.article_id AS told_id, told.text_id, a.article_id, a.text
    FROM told
    JOIN articles AS a ON length(a.text) = told.text_length
    WHERE told.article_id NOT IN (SELECT told_id FROM same)
)
FROM same
UNION ALL
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
JOIN reviewable_facts AS f
    ON f.article_id = v.article_id AND f.start = v.start AND f."end" = v."end" AND f.quote = v.quote
    AND f.kind = v.kind AND (f.said = v.said OR v.kind = 'campaign')
WHERE v.verdict IN ('right', 'wrong', 'should_be')
ORDER BY f.fact_id, v.reviewer;
