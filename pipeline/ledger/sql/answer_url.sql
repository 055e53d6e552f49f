UPDATE urls SET state = 'kept', reason = NULL, attempts = 0, looks = looks + 1, next_try = :next_try,
    etag = :etag, last_modified = :last_modified, digest = :digest
WHERE url_id = :url_id;
