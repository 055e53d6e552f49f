-- The pages that could not be read.
SELECT name, reason_code, reason
FROM quarantine
ORDER BY reason_code, name
LIMIT $most
