-- What was looked at, by source and month; a month that is not here was not looked at.
SELECT source_id, name, province, month, articles, c.stories
FROM source_coverage AS c
JOIN sources AS s USING (source_id)
ORDER BY name, source_id, month NULLS LAST
