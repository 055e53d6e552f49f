-- The candidates whose names are nearest to what was asked for.
SELECT name
FROM campaigns
WHERE origin = 'candidate'
ORDER BY jaro_winkler_similarity(campaign_id, $wanted) DESC, campaign_id
LIMIT 3;
