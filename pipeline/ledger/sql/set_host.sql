INSERT INTO hosts (host, not_before, reason) VALUES (:host, :until, :reason)
ON CONFLICT (host) DO UPDATE SET not_before = max(not_before, excluded.not_before), reason = excluded.reason;
