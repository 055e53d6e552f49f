SELECT status, body FROM robots WHERE origin = :origin AND fetched_at >= :since;
