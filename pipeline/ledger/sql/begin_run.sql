INSERT INTO runs (started_at) VALUES (:now) RETURNING run_id;
