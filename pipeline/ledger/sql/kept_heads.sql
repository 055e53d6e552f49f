-- Every version that the archive holds: its id, its page in the store, when and under which name it was captured, the run
-- that fetched it.
SELECT version_id, substr(v.digest, 1, 32), v.fetched_at, coalesce(v.target, u.url), v.run_id
FROM versions AS v JOIN urls AS u USING (url_id)
WHERE v.lost IS NULL
ORDER BY version_id;
