-- How often each campaign was reported.
SELECT
    a.campaign_id,
    a.name,
    k.origin::VARCHAR AS origin,
    k.kind::VARCHAR AS kind,
    k.english,
    a.mentions,
    a.articles,
    a.stories,
    a.looked_at,
    a.percent
FROM campaign_audit() AS a
JOIN campaigns AS k USING (campaign_id)
ORDER BY a.articles DESC, a.stories DESC, a.mentions DESC, a.campaign_id
