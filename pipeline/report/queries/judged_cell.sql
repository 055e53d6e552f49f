-- What people said of the facts behind one row of the review: what they disagree on first, then what is wrong.
SELECT fact_id, f.said, f.quote, f.article_id, w.reviewer, w.is_right, v.should_be, v.note
FROM reviewed_facts AS r
JOIN reviewable_facts AS f USING (fact_id)
JOIN fact_reviews AS w USING (fact_id)
JOIN verdicts AS v USING (verdict_no)
WHERE f.kind = $kind AND f.said = coalesce($campaign, f.said) AND f.counted AND w.is_right IS NOT NULL
ORDER BY r.is_right NULLS FIRST, fact_id, w.reviewer
