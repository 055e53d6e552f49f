-- The articles of one source, the newest first.
SELECT article_id, published_text, title, url
FROM articles
SEMI JOIN counted_articles USING (article_id)
WHERE source_id = $source
ORDER BY published_text DESC NULLS LAST, article_id
