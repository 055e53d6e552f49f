INSERT INTO versions (url_id, run_id, digest, file, "offset", length, fetched_at, target)
VALUES (:url_id, :run, :digest, :file, :offset, :length, :fetched_at, :target);
