-- One campaign, cut by month, province or source.
SELECT cell, mentions, articles, stories, looked_at, percent, undated
FROM campaign_audit("by" := $cut, campaign := $campaign)
ORDER BY cell NULLS LAST
