-- Pages that could not be read, by reason.
SELECT reason_code, count(*) AS pages
FROM quarantine
GROUP BY reason_code
ORDER BY pages DESC, reason_code
