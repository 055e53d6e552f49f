-- Where the sentence of a fact and its words stand.
SELECT article_id, sentence_start, sentence_end, start, "end"
FROM facts
WHERE fact_id = $fact_id
