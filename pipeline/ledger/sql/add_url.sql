INSERT INTO urls (url, source, role, guide_kind, depth, published, state, next_try, found_at)
VALUES (:url, :source, :role, :guide_kind, :depth, :published, 'pending', :now, :now)
ON CONFLICT (url) DO NOTHING
RETURNING url_id;
