INSERT INTO visits (run_id, url_id, source, role, rank)
SELECT :run, url_id, source, role, :rank FROM urls WHERE url = :url
ON CONFLICT DO NOTHING;
