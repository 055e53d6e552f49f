-- People, and one row for each office that they hold in an article.

CREATE TEMP TABLE named_officials AS
SELECT article_id, unnest(officials) AS f FROM article_pages;

CREATE TEMP TABLE person_of AS
SELECT name, vn_name(name) AS person_id
FROM (SELECT DISTINCT f.name AS name FROM named_officials);

INSERT INTO people
SELECT p.person_id, spelling.name, vn_key(spelling.name)
FROM (
    SELECT person_id, arg_min(name, (-times, name)) AS name
    FROM (SELECT f.name AS name, count(*) AS times FROM named_officials GROUP BY 1)
    JOIN person_of USING (name)
    GROUP BY person_id
) AS spelling
JOIN (SELECT DISTINCT person_id FROM person_of) AS p USING (person_id)
ORDER BY p.person_id;

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
