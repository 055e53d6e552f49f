-- One campaign by month or year, the newest first, from its first report to the last month or year looked at; the
-- articles whose month or year is not known come last.
SELECT cell, mentions, articles, stories, looked_at, percent, undated
FROM campaign_audit("by" := $cut, campaign := $campaign)
QUALIFY cell IS NULL OR cell >= min(cell) FILTER (articles > 0) OVER ()
ORDER BY cell DESC NULLS LAST
