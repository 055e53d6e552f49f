-- What is due on a source: left over, to be tried again, or to be looked at again; the newest first,
-- documents that articles link to after all articles.
INSERT INTO visits (run_id, url_id, source, role, rank)
SELECT :run, url_id, source, role,
    CASE WHEN role = 'guide' THEN 0 WHEN attachment_of IS NOT NULL THEN 20000001
    ELSE 10000000 - CAST(julianday(coalesce(published, date(:now, 'unixepoch'))) AS INTEGER) END
FROM urls
WHERE source = :source AND next_try IS NOT NULL AND next_try <= :now
ON CONFLICT DO NOTHING;
