-- Who held which office, from when to when, as far as articles tell; and what was held when.

CREATE VIEW official_appearances AS
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
GROUP BY o.person_id, coalesce(o.office_canonical, o.office), o.office_body, o.office_province, o.office_status;
COMMENT ON VIEW official_appearances IS 'Person by office: when articles first and last show the person in it, how often, and in which parts.';
COMMENT ON COLUMN official_appearances.person_id IS 'The person, see people (one row per name).';
COMMENT ON COLUMN official_appearances.name IS 'Name.';
COMMENT ON COLUMN official_appearances.office IS 'Office, abbreviations expanded.';
COMMENT ON COLUMN official_appearances.body IS 'The body that the office is in.';
COMMENT ON COLUMN official_appearances.province IS 'Province of the body, as of then.';
COMMENT ON COLUMN official_appearances.status IS 'current, former or acting.';
COMMENT ON COLUMN official_appearances.first_seen IS 'Day of publication of the first article.';
COMMENT ON COLUMN official_appearances.last_seen IS 'Day of publication of the last article.';
COMMENT ON COLUMN official_appearances.articles IS 'Articles that show the person in the office.';
COMMENT ON COLUMN official_appearances.stories IS 'Stories that do.';
COMMENT ON COLUMN official_appearances.chaired IS 'Articles in which the person chairs.';
COMMENT ON COLUMN official_appearances.spoke IS 'Articles in which the person speaks.';

CREATE VIEW meeting_calendar AS
SELECT
    m.date_text,
    m.date,
    m.end_date,
    m.kind,
    arg_min(m.name, (NOT m.main, a.published_text IS NULL, a.published_text, m.meeting_id)) AS name,
    any_value(m.place ORDER BY m.meeting_id) AS place,
    any_value(m.host ORDER BY m.meeting_id) AS host,
    any_value(a.province ORDER BY a.article_id) AS province,
    bool_or(m.online) AS online,
    bool_or(m.main) AS main,
    a.story_id,
    count(DISTINCT m.article_id) AS articles,
    arg_min(m.meeting_id, (NOT m.main, a.published_text IS NULL, a.published_text, m.meeting_id)) AS meeting_id
FROM meetings AS m
JOIN counted_articles AS a USING (article_id)
GROUP BY a.story_id, m.kind, m.date_text, m.date, m.end_date, CASE WHEN m.main THEN '' ELSE vn_key(m.name) END;
COMMENT ON VIEW meeting_calendar IS 'Meetings by day, one row per story that reports it: a reprint adds no row.';
COMMENT ON COLUMN meeting_calendar.date_text IS 'Day, month or year, as exactly as it is known.';
COMMENT ON COLUMN meeting_calendar.date IS 'First day.';
COMMENT ON COLUMN meeting_calendar.end_date IS 'Last day of one that took several.';
COMMENT ON COLUMN meeting_calendar.kind IS 'Kind of meeting.';
COMMENT ON COLUMN meeting_calendar.name IS 'Name as the first article writes it.';
COMMENT ON COLUMN meeting_calendar.place IS 'Place as written.';
COMMENT ON COLUMN meeting_calendar.host IS 'Who holds it, as written.';
COMMENT ON COLUMN meeting_calendar.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN meeting_calendar.online IS 'Held online, wholly or in part.';
COMMENT ON COLUMN meeting_calendar.main IS 'Whether an article is about it.';
COMMENT ON COLUMN meeting_calendar.story_id IS 'The story.';
COMMENT ON COLUMN meeting_calendar.articles IS 'Articles that report it.';
COMMENT ON COLUMN meeting_calendar.meeting_id IS 'The report to open first.';
