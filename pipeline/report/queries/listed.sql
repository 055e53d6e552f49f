-- Of each number of one campaign the newest articles.
WITH placed AS (
    SELECT cut, _cell(cut, published_text, source_id, province) AS cell, published_text, article_id
    FROM campaign_articles, (VALUES ('none'), ('year'), ('month'), ('province'), ('source')) AS cuts(cut)
    WHERE campaign_id = $campaign
)
SELECT cut, cell, article_id
FROM placed
QUALIFY row_number() OVER (
    PARTITION BY cut, cell ORDER BY published_text DESC NULLS LAST, article_id
) <= $listed
ORDER BY cut, cell NULLS LAST, published_text DESC NULLS LAST, article_id
