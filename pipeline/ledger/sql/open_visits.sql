SELECT u.url_id, u.url, u.source, u.role, u.guide_kind, u.depth, u.state, u.etag, u.last_modified, u.digest,
    u.attempts, u.looks, u.attachment_of
FROM visits AS v JOIN urls AS u USING (url_id)
WHERE v.run_id = :run AND v.source = :source AND v.outcome = 'pending' AND v.reason IS NULL
ORDER BY v.rank, v.url_id
LIMIT :most;
