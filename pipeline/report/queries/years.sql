-- Every campaign by year.
SELECT campaign_id, cell AS year, articles, looked_at, percent
FROM campaign_audit("by" := 'year')
WHERE cell IS NOT NULL
ORDER BY campaign_id, year
