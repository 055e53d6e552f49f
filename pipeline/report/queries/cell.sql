-- The articles behind one number, the newest first.
SELECT article_id, published_text, source_id, title, url
FROM campaign_articles
JOIN articles USING (article_id, story_id, source_id, province, published, published_text)
WHERE campaign_id = $campaign
    AND _cell($cut, published_text, source_id, province) IS NOT DISTINCT FROM $cell
ORDER BY published_text DESC NULLS LAST, article_id
