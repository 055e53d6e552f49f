-- The lines and cells on paper that each stretch of text stands on, and the file that they are in.
SELECT
    asked.article_id,
    asked.first,
    asked.last,
    p.page_id,
    p.name,
    p.media_type,
    p.byte_count,
    r.page,
    r.x0,
    r.y0,
    r.x1,
    r.y1,
    r.start,
    substring(a.text, r.start + 1, r."end" - r.start) AS text,
    r.confidence
FROM (SELECT unnest($articles) AS article_id, unnest($starts) AS first, unnest($ends) AS last) AS asked
JOIN regions AS r ON r.article_id = asked.article_id AND r.start < asked.last AND r."end" > asked.first
JOIN articles AS a ON a.article_id = asked.article_id
JOIN pages AS p USING (page_id)
ORDER BY asked.article_id, asked.first, asked.last, r.region_no
