-- A campaign by its id, or by a name or alias as people type it.
SELECT DISTINCT campaign_id
FROM campaigns
LEFT JOIN campaign_aliases USING (campaign_id)
WHERE campaign_id = $wanted OR search_key = vn_key($wanted) OR vn_key(alias) = vn_key($wanted)
ORDER BY campaign_id = $wanted DESC, campaign_id;
