SELECT v.source, v.role,
    count(*) AS discovered,
    count(*) FILTER (WHERE outcome = 'fetched') AS fetched,
    count(*) FILTER (WHERE outcome = 'not_modified') AS not_modified,
    count(*) FILTER (WHERE outcome = 'refused_robots') AS refused_robots,
    count(*) FILTER (WHERE outcome = 'refused_guard') AS refused_guard,
    count(*) FILTER (WHERE outcome = 'refused_topic') AS refused_topic,
    count(*) FILTER (WHERE outcome = 'failed') AS failed,
    count(*) FILTER (WHERE outcome = 'pending') AS pending,
    sum(kept_bytes) AS kept_bytes,
    count(*) FILTER (WHERE outcome = 'fetched' AND u.attachment_of IS NOT NULL) AS attachments
FROM visits AS v JOIN urls AS u USING (url_id)
WHERE v.run_id = :run
GROUP BY v.source, v.role
ORDER BY v.source, v.role;
