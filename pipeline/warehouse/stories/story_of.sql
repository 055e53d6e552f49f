-- The story of each article: the least number among the articles that it hangs together with (`hanging_together`).
CREATE TEMP TABLE story_of AS
SELECT s.article_id, coalesce(f.article_id, s.article_id) AS story_id
FROM sketches AS s
LEFT JOIN hanging_together AS h ON h.n = s.n
LEFT JOIN sketches AS f ON f.n = h.first;
