-- Who held which office, from when to when, as far as articles tell.
SELECT
    o.person_id,
    any_value(p.name) AS name,
    coalesce(o.office_canonical, o.office) AS office,
    o.office_body AS body,
    o.office_province AS province,
    o.office_status AS status,
    min(a.published) AS first_seen,
    max(a.published) AS last_seen,
    count(DISTINCT o.article_id) AS articles,
    count(DISTINCT a.story_id) AS stories,
    count(DISTINCT o.article_id) FILTER (list_contains(o.roles, 'chair')) AS chaired,
    count(DISTINCT o.article_id) FILTER (list_contains(o.roles, 'speak')) AS spoke
FROM officials AS o
JOIN people AS p USING (person_id)
JOIN counted_articles AS a USING (article_id)
GROUP BY o.person_id, coalesce(o.office_canonical, o.office), o.office_body, o.office_province, o.office_status
ORDER BY ALL
