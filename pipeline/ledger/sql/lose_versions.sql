UPDATE versions SET lost = :reason
WHERE file = :file AND "offset" + length > :length AND lost IS NULL
RETURNING url_id;
