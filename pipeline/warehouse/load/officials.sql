-- People, and one row for each office that they hold in an article.

CREATE TEMP TABLE named_officials AS
SELECT article_id, unnest(officials) AS f FROM fresh_pages;

CREATE TEMP TABLE person_of AS
SELECT name, vn_name(name) AS person_id
FROM (SELECT DISTINCT f.name AS name FROM named_officials);

INSERT INTO officials
SELECT
    f.id,
    coalesce(office_no, 0),
    article_id,
    p.person_id,
    f.name,
    office.text,
    office.canonical,
    office.body,
    office.level,
    office.province,
    office.status,
    list_sort(list_distinct(list_transform(f.roles, lambda claim: claim.role)))::official_role[],
    f.meeting_id,
    f.on_behalf_of,
    f.aliases,
    office.start,
    office."end",
    office.quote,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (
    SELECT
        article_id,
        f,
        unnest(CASE WHEN len(f.titles) > 0 THEN f.titles ELSE [NULL] END) AS office,
        unnest(CASE WHEN len(f.titles) > 0 THEN generate_series(1, len(f.titles)) ELSE [0] END) AS office_no
    FROM named_officials
)
JOIN person_of AS p ON p.name = f.name
ORDER BY f.id, office_no;

INSERT INTO official_roles
SELECT id, role_no, article_id, claim.role, claim.start, claim."end", claim.quote, claim.rule
FROM (
    SELECT f.id AS id, article_id, unnest(f.roles) AS claim, generate_subscripts(f.roles, 1) AS role_no
    FROM named_officials
)
ORDER BY id, role_no;

INSERT INTO official_mentions
SELECT id, mention_no, article_id, mention.start, mention."end", mention.quote
FROM (
    SELECT f.id AS id, article_id, unnest(f.mentions) AS mention, generate_subscripts(f.mentions, 1) AS mention_no
    FROM named_officials
)
ORDER BY id, mention_no;

INSERT INTO people
SELECT person_id, name, vn_key(name)
FROM (
    SELECT person_id, arg_min(name, (-times, name)) AS name
    FROM (SELECT person_id, name, count(*) AS times FROM officials WHERE office_no <= 1 GROUP BY person_id, name)
    GROUP BY person_id
)
ORDER BY person_id;

DROP TABLE named_officials;
