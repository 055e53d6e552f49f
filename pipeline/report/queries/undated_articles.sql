-- The articles whose day of publication is not known, and why.
SELECT article_id, published_reason, source_id, title, url
FROM articles
SEMI JOIN counted_articles USING (article_id)
WHERE published_text IS NULL
ORDER BY source_id, article_id
LIMIT $most
