INSERT INTO urls (url, source, role, guide_kind, depth, published, state, next_try, found_at, attachment_of)
VALUES (:url, :source, :role, :guide_kind, :depth, :published, 'pending', :now, :now, :attachment_of)
ON CONFLICT (url) DO NOTHING
RETURNING url_id;
