-- A fact with its sentence and its article's date.
SELECT
    f.kind,
    substring(a.text, f.sentence_start + 1, f.start - f.sentence_start) AS before,
    f.quote,
    substring(a.text, f."end" + 1, f.sentence_end - f."end") AS after,
    f.rule,
    f.confidence,
    f.article_id,
    CASE
        WHEN a.published_text IS NULL THEN 'not known: ' || a.published_reason
        ELSE format(
            '{} ({}, from “{}”, {})', a.published_text, a.published_precision, a.published_evidence, a.published_rule)
    END AS published_evidence
FROM facts AS f
JOIN articles AS a USING (article_id)
WHERE f.fact_id = $fact_id;
