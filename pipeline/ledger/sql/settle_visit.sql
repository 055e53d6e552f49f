UPDATE visits SET outcome = :outcome, reason = :reason, kept_bytes = :kept_bytes
WHERE run_id = :run AND url_id = :url_id;
