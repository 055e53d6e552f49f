-- The articles of a sheet, to find in them what was missed.
SELECT article_id, text
FROM articles
WHERE article_id IN (SELECT unnest($ids::VARCHAR[]));
