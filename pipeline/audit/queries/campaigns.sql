-- The counts, and beside them what review says of each campaign as a whole; corrected mentions only where the whole is
-- asked for.
SELECT
    a.* EXCLUDE (place),
    p.reviewed,
    p.precision,
    p.low,
    p.high,
    CASE WHEN $by = 'none' AND $province IS NULL AND $since IS NULL THEN p.corrected_mentions END AS corrected_mentions
FROM (
    SELECT *, row_number() OVER () AS place
    FROM campaign_audit("by" := $by, campaign := $campaign, province := $province, since := $since)
) AS a
LEFT JOIN campaign_precision AS p USING (campaign_id)
ORDER BY a.place;
