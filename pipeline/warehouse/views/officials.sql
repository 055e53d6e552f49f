-- What was held when; who held which office is a table, `official_appearances`.

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
    any_value(m.period ORDER BY m.meeting_id) AS period,
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
COMMENT ON COLUMN meeting_calendar.period IS 'What it looks back on, as in meetings.';
COMMENT ON COLUMN meeting_calendar.online IS 'Held online, wholly or in part.';
COMMENT ON COLUMN meeting_calendar.main IS 'Whether an article is about it.';
COMMENT ON COLUMN meeting_calendar.story_id IS 'The story.';
COMMENT ON COLUMN meeting_calendar.articles IS 'Articles that report it.';
COMMENT ON COLUMN meeting_calendar.meeting_id IS 'The report to open first.';
