-- What is due on a source: left over, to be tried again, or to be looked at again; the newest first.
INSERT INTO visits (run_id, url_id, source, role, rank)
SELECT :run, url_id, source, role,
    CASE role WHEN 'guide' THEN 0
    ELSE 10000000 - CAST(julianday(coalesce(published, date(:now, 'unixepoch'))) AS INTEGER) END
FROM urls
WHERE source = :source AND next_try IS NOT NULL AND next_try <= :now
ON CONFLICT DO NOTHING;
