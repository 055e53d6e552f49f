-- A province by its name as people type it, with or without diacritics.
SELECT name
FROM (SELECT name FROM provinces UNION SELECT province FROM articles WHERE province IS NOT NULL)
WHERE vn_key(name) = vn_key(regexp_replace($wanted, '^(?i:tỉnh|thành phố|tp\.?)\s+', ''))
ORDER BY name;
