UPDATE versions SET lost = :reason WHERE version_id = :version_id AND lost IS NULL RETURNING url_id;
