-- The sentences that tell the counts of honours, and where in them.
SELECT
    article_id,
    'awards' AS topic,
    award_id AS fact_id,
    start - sentence_start AS start,
    "end" - sentence_start AS "end",
    sentence_start,
    substring(a.text, sentence_start + 1, sentence_end - sentence_start) AS sentence,
    rule,
    confidence,
    0 AS sentences
FROM awards
JOIN (SELECT unnest($topics) AS award_id) USING (award_id)
JOIN articles AS a USING (article_id)
ORDER BY article_id, sentence_start, start, fact_id
