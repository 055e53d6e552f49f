-- Of each source the newest articles.
SELECT source_id, article_id
FROM articles
QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY published_text DESC NULLS LAST, article_id) <= $most
ORDER BY source_id, published_text DESC NULLS LAST, article_id
