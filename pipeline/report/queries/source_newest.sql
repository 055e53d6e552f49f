-- Of each source the newest articles.
SELECT source_id, article_id
FROM articles
SEMI JOIN counted_articles USING (article_id)
QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY published_text DESC NULLS LAST, article_id) <= $most
ORDER BY source_id, published_text DESC NULLS LAST, article_id
