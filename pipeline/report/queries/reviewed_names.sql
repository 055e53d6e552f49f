-- What the campaigns that a reviewer spoke of are called.
SELECT campaign_id, name
FROM campaigns
SEMI JOIN campaign_precision USING (campaign_id)
