-- Every version that the archive holds, the oldest first; `after` is the last version that was seen before.
SELECT version_id, u.url, coalesce(v.target, u.url) AS name, u.source, v.digest, v.file, v."offset", v.length, v.fetched_at, v.run_id
FROM versions AS v JOIN urls AS u USING (url_id)
WHERE v.lost IS NULL AND v.version_id > :after
ORDER BY v.version_id;
