-- The places in the articles of a sheet where campaigns are found.
SELECT article_id, campaign_id, start, "end"
FROM campaign_mentions
WHERE article_id IN (SELECT unnest($ids::VARCHAR[]));
