INSERT INTO files (file, start) VALUES (:file, :start)
ON CONFLICT (file) DO UPDATE SET start = excluded.start;
