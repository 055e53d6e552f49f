UPDATE urls SET state = 'pending', reason = :reason, digest = NULL, etag = NULL, last_modified = NULL, next_try = :now
WHERE url_id = :url_id;
