-- A fact with its sentence, its article's date, and the pages that its words stand on.
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
    END AS published_evidence,
    (
        SELECT 'trang ' || string_agg(DISTINCT r.page, ', ' ORDER BY r.page)
        FROM regions AS r
        WHERE r.article_id = f.article_id AND r.start < f."end" AND r."end" > f.start
    ) AS on_paper,
    a.attached_to,
    CASE
        WHEN a.superseded_by IS NOT NULL THEN concat_ws(' · ', s.article_id, s.published_text, s.title)
    END AS superseded_by
FROM facts AS f
JOIN articles AS a USING (article_id)
LEFT JOIN articles AS s ON s.article_id = a.superseded_by
WHERE f.fact_id = $fact_id;
