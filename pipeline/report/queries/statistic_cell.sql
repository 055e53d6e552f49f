-- What tells one statistic of the honours, the newest first.
SELECT r.award_id, r.article_id, r.source_id, r.published_text, r.qualifier, w.quote
FROM award_reports AS r
JOIN awards AS w USING (award_id)
WHERE r.status = 'statistic'
    AND r.award = $award
    AND r.rank::VARCHAR IS NOT DISTINCT FROM $rank
    AND r.level::VARCHAR IS NOT DISTINCT FROM $level
    AND r.unit = $unit
    AND r.province IS NOT DISTINCT FROM $province
    AND coalesce(r.period, r.year) IS NOT DISTINCT FROM $told_of
    AND r.count = $count
ORDER BY r.published_text DESC NULLS LAST, r.award_id
