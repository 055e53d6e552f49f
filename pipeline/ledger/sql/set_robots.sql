INSERT INTO robots (origin, status, body, fetched_at) VALUES (:origin, :status, :body, :now)
ON CONFLICT (origin) DO UPDATE SET status = excluded.status, body = excluded.body, fetched_at = excluded.fetched_at;
