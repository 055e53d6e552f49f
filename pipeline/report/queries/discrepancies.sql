-- What does not agree in documents, with the paragraph or row that it stands in, and the counts of honours there.
SELECT
    d.article_id,
    d.discrepancy_no,
    d.code,
    d.stated,
    d.found,
    d.start,
    d."end",
    coalesce(b.start, d.start) AS block_start,
    coalesce(b."end", d."end") AS block_end,
    substring(a.text, block_start + 1, block_end - block_start) AS block,
    coalesce((
        SELECT coalesce(
            list(w.award_id ORDER BY w.award_id) FILTER (w.start = d.start AND w."end" = d."end"),
            list(w.award_id ORDER BY w.award_id))
        FROM awards AS w
        WHERE w.article_id = d.article_id AND w.start < d."end" AND w."end" > d.start
    ), []) AS awards,
    count(*) OVER () AS known
FROM discrepancies AS d
JOIN articles AS a USING (article_id)
LEFT JOIN article_blocks AS b ON b.article_id = d.article_id AND b.start <= d.start AND b."end" >= d."end"
WHERE a.superseded_by IS NULL
ORDER BY a.published_text DESC NULLS LAST, d.article_id, d.discrepancy_no
LIMIT $most
