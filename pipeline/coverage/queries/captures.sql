-- The first version of each article, by the night that kept it: SQLite, over the ledger. `page_id` is the warehouse's.
SELECT u.source AS source_id, date(r.started_at, 'unixepoch', '+7 hours') AS day, substr(v.digest, 1, 32) AS page_id
FROM runs AS r
JOIN versions AS v USING (run_id)
JOIN urls AS u USING (url_id)
WHERE date(r.started_at, 'unixepoch', '+7 hours') >= :since
    AND u.role = 'article' AND u.attachment_of IS NULL
    AND NOT EXISTS (SELECT 1 FROM versions AS e WHERE e.url_id = v.url_id AND e.version_id < v.version_id);
