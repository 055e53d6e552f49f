-- The facts of a sheet as they are now, with what makes their text known again.
SELECT f.fact_id, f.kind, f.said, f.article_id, f.start, f."end", f.quote, sha256(a.text), length(a.text)
FROM reviewable_facts AS f
JOIN articles AS a USING (article_id)
WHERE f.fact_id IN (SELECT unnest($ids::VARCHAR[]));
