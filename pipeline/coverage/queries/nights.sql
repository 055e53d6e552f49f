-- What each night came to, by source: SQLite, over the ledger. A night is the day on which its run began in Viet Nam
-- (UTC+7, no summer time). A source was looked at where one of its guides (feed, sitemap, listing) answered.
SELECT
    v.source AS source_id,
    date(r.started_at, 'unixepoch', '+7 hours') AS day,
    count(*) FILTER (WHERE v.role = 'guide') AS guides,
    count(*) FILTER (WHERE v.role = 'guide' AND v.outcome IN ('fetched', 'not_modified')) AS guides_answered,
    count(*) FILTER (WHERE v.role = 'guide' AND v.outcome = 'refused_robots' AND v.reason = :disallowed)
        AS guides_disallowed,
    count(*) FILTER (WHERE v.role = 'article' AND u.attachment_of IS NULL AND v.outcome NOT IN ('pending', 'refused_topic')) AS asked,
    count(*) FILTER (WHERE v.role = 'article' AND u.attachment_of IS NULL AND v.outcome IN ('refused_robots', 'refused_guard', 'failed'))
        AS turned_away
FROM runs AS r
JOIN visits AS v USING (run_id)
JOIN urls AS u USING (url_id)
WHERE date(r.started_at, 'unixepoch', '+7 hours') >= :since
GROUP BY 1, 2;
