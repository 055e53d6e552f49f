-- The articles of one source, the newest first.
SELECT article_id, published_text, title, url
FROM articles
WHERE source_id = $source
ORDER BY published_text DESC NULLS LAST, article_id
