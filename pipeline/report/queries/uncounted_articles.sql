-- The scans that were recognised too badly for their numbers to be counted, the worst first.
SELECT article_id, recognition, source_id, title, url
FROM articles
ANTI JOIN counted_articles USING (article_id)
WHERE superseded_by IS NULL
ORDER BY recognition, article_id
LIMIT $most
