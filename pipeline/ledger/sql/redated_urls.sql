-- Known articles that were kept or are gone, for which a finder gives a later day than before, or a first one.
SELECT u.url_id, u.url, given.value AS day, u.published IS NOT NULL AS is_later
FROM json_each(:dates) AS given JOIN urls AS u ON u.url = given.key
WHERE u.role = 'article' AND u.state IN ('kept', 'failed') AND (u.published IS NULL OR u.published < given.value)
ORDER BY is_later DESC, day DESC, u.url_id DESC
LIMIT :most;
