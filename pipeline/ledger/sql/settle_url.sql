UPDATE urls SET state = :state, reason = :reason, attempts = :attempts, next_try = :next_try
WHERE url_id = :url_id;
