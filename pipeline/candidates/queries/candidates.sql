-- The candidates as they are written, the most reported spelling of each first.
SELECT m.campaign_id, arg_min(c.name, c.campaign_id), c.search_key, count(DISTINCT m.article_id) AS articles
FROM campaign_mentions AS m
JOIN campaigns AS c USING (campaign_id)
SEMI JOIN (FROM articles WHERE superseded_by IS NULL) USING (article_id)
WHERE c.origin = 'candidate' AND m.counted
GROUP BY m.campaign_id, c.search_key
ORDER BY articles DESC, m.campaign_id;
