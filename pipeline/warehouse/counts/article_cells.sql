-- All articles by each cut of `campaign_audit`.
SELECT 'none' AS cut, * FROM _looked_at('none', NULL, NULL)
UNION ALL
SELECT 'month' AS cut, * FROM _looked_at('month', NULL, NULL)
UNION ALL
SELECT 'year' AS cut, * FROM _looked_at('year', NULL, NULL)
UNION ALL
SELECT 'province' AS cut, * FROM _looked_at('province', NULL, NULL)
UNION ALL
SELECT 'source' AS cut, * FROM _looked_at('source', NULL, NULL)
ORDER BY ALL
