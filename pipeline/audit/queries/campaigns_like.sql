-- The campaigns whose id or name is nearest to what was asked for.
SELECT campaign_id
FROM campaigns
ORDER BY greatest(
    jaro_winkler_similarity(campaign_id, $wanted),
    jaro_winkler_similarity(search_key, vn_key($wanted)),
    CASE WHEN contains(search_key, vn_key($wanted)) THEN 1 ELSE 0 END
) DESC, campaign_id
LIMIT 3;
