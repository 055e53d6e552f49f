-- Remember the day; where it is a later one, look at the page again, in the next run if this one is killed.
UPDATE urls SET next_try = CASE WHEN published IS NULL THEN next_try ELSE :now END, published = :published
WHERE url_id = :url_id;
