-- Who held which office, from when to when, as far as articles tell.
WITH told AS (
    SELECT
        o.person_id,
        coalesce(o.office_canonical, o.office) AS office,
        o.office_body AS body,
        o.office_province AS province,
        o.office_status AS status,
        any_value(a.published) AS published,
        any_value(a.story_id) AS story_id,
        coalesce(bool_or(list_contains(o.roles, 'chair')), false) AS chaired,
        coalesce(bool_or(list_contains(o.roles, 'speak')), false) AS spoke
    FROM officials AS o
    JOIN counted_articles AS a USING (article_id)
    GROUP BY o.person_id, coalesce(o.office_canonical, o.office), o.office_body, o.office_province, o.office_status,
        o.article_id
)
SELECT
    t.person_id,
    any_value(p.name) AS name,
    t.office,
    t.body,
    t.province,
    t.status,
    min(t.published) AS first_seen,
    max(t.published) AS last_seen,
    count(*) AS articles,
    count(DISTINCT t.story_id) AS stories,
    count(*) FILTER (t.chaired) AS chaired,
    count(*) FILTER (t.spoke) AS spoke
FROM told AS t
JOIN people AS p USING (person_id)
GROUP BY t.person_id, t.office, t.body, t.province, t.status
ORDER BY ALL
