-- The texts to prove positions against, from row $first_new of the articles on.
CREATE TEMP TABLE fresh_texts AS
SELECT article_id, length(text) AS size
FROM articles
WHERE rowid >= $first_new;
