SELECT source, outcome || ': ' || reason AS reason, count(*) AS times
FROM visits WHERE run_id = :run AND reason IS NOT NULL
GROUP BY source, outcome, reason
ORDER BY source, times DESC, reason;
