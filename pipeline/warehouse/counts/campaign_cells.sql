-- The campaigns of all articles by each cut of `campaign_audit`.
SELECT 'none' AS cut, * FROM _reported('none', NULL, NULL, NULL)
UNION ALL
SELECT 'month' AS cut, * FROM _reported('month', NULL, NULL, NULL)
UNION ALL
SELECT 'year' AS cut, * FROM _reported('year', NULL, NULL, NULL)
UNION ALL
SELECT 'province' AS cut, * FROM _reported('province', NULL, NULL, NULL)
UNION ALL
SELECT 'source' AS cut, * FROM _reported('source', NULL, NULL, NULL)
ORDER BY ALL
