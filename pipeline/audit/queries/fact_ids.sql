-- The fact of that id, else up to three whose ids begin so.
SELECT fact_id
FROM facts
WHERE fact_id >= $wanted AND fact_id < $wanted || '~'
ORDER BY fact_id
LIMIT 3;
