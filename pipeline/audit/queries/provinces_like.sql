-- The provinces whose names are nearest to what was asked for.
SELECT name
FROM provinces
ORDER BY jaro_winkler_similarity(vn_key(name), vn_key($wanted)) DESC, name
LIMIT 3;
