-- Every name that a reviewer may call a campaign by; of campaigns with one name the register's first.
SELECT campaign_id, vn_key(campaign_id), 0 AS rank FROM campaigns
UNION
SELECT campaign_id, search_key, CASE WHEN origin IN ('register', 'accepted') THEN 1 ELSE 2 END FROM campaigns
UNION
SELECT campaign_id, vn_key(alias), 3 FROM campaign_aliases
ORDER BY rank, campaign_id;
