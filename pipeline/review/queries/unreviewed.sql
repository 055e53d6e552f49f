-- Campaigns with mentions, and how many of them nobody has reviewed.
SELECT count(*) AS campaigns, count(*) FILTER (p.reviewed IS NULL OR p.reviewed = 0) AS unreviewed
FROM campaign_audit()
LEFT JOIN campaign_precision AS p USING (campaign_id)
