-- The counts behind one row of the honours, the newest first.
SELECT award_id, article_id, "count", unit, qualifier, period, published_text
FROM award_reports
WHERE status = $status
    AND award = $award
    AND rank::VARCHAR IS NOT DISTINCT FROM $rank
    AND level::VARCHAR IS NOT DISTINCT FROM $level
ORDER BY published_text DESC NULLS LAST, award_id
