-- All articles that were looked at, the newest first.
SELECT article_id, published_text, source_id, title, url
FROM articles
SEMI JOIN counted_articles USING (article_id)
ORDER BY published_text DESC NULLS LAST, article_id
LIMIT $most
