SELECT award_id, count, unit, award, source_id, stories.articles AS told_in
FROM awards
JOIN articles USING (article_id)
JOIN stories USING (story_id)
WHERE award = 'co-thi-dua' AND status = 'conferred'
ORDER BY told_in DESC, count DESC, award_id
LIMIT 5
