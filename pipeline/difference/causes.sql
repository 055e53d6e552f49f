-- What became of each article between the snapshots `old` and `new`: one row each, with the step at which its old row
-- goes and its new row comes. `goes_at` is null for an article that was not there, `comes_at` for one that is no more.
--
-- A page that was read again has its old article and its new one; so has an address whose page changed. Where both
-- versions are kept (articles.superseded_by), the old one changes too: it is counted no more.

CREATE TABLE old_pages AS
SELECT a.* EXCLUDE (url), coalesce(a.url, p.name) AS address, s.code_version, s.register_hash
FROM (SELECT article_id, page_id, story_id, superseded_by, url FROM old.articles) AS a
JOIN old.pages AS p USING (page_id)
JOIN old.page_stamps AS s USING (page_id);

CREATE TABLE new_pages AS
SELECT a.* EXCLUDE (url), coalesce(a.url, p.name) AS address, s.code_version, s.register_hash
FROM (SELECT article_id, page_id, story_id, superseded_by, url FROM new.articles) AS a
JOIN new.pages AS p USING (page_id)
JOIN new.page_stamps AS s USING (page_id);

-- The same page read by other code or with other registers.
CREATE MACRO _read_by(old_code, old_registers, new_code, new_registers) AS CASE
    WHEN old_code <> new_code AND old_registers <> new_registers THEN 'register_and_rules'
    WHEN old_registers <> new_registers THEN 'register'
    ELSE 'rules'
END;

-- Which new article stands for which old one.
CREATE TABLE successors AS
SELECT
    o.article_id AS old_id,
    n.article_id AS new_id,
    CASE
        WHEN o.page_id = n.page_id THEN _read_by(o.code_version, o.register_hash, n.code_version, n.register_hash)
        ELSE 'changed'
    END AS cause
FROM (FROM old_pages ANTI JOIN new_pages USING (article_id)) AS o
JOIN (FROM new_pages ANTI JOIN old_pages USING (article_id)) AS n
    ON n.page_id = o.page_id OR n.address = o.address
QUALIFY row_number() OVER (PARTITION BY new_id ORDER BY o.page_id <> n.page_id, old_id) = 1;

-- The articles that replaced one that was there.
CREATE TABLE replacing AS
SELECT DISTINCT superseded_by FROM new_pages SEMI JOIN old_pages USING (article_id) WHERE superseded_by IS NOT NULL;

CREATE TABLE fates AS
SELECT article_id, cause AS goes_at, cause AS comes_at
FROM (
    SELECT article_id, CASE
        WHEN o.page_id <> n.page_id OR o.superseded_by IS DISTINCT FROM n.superseded_by THEN 'changed'
        ELSE _read_by(o.code_version, o.register_hash, n.code_version, n.register_hash)
    END AS cause
    FROM old_pages AS o
    JOIN new_pages AS n USING (article_id)
)
UNION ALL
SELECT article_id, coalesce(min(s.cause), 'removed'), NULL
FROM (FROM old_pages ANTI JOIN new_pages USING (article_id)) AS o
LEFT JOIN successors AS s ON s.old_id = o.article_id
GROUP BY article_id
UNION ALL
SELECT article_id, NULL, coalesce(s.cause, CASE WHEN article_id IN (FROM replacing) THEN 'changed' ELSE 'new' END)
FROM (FROM new_pages ANTI JOIN old_pages USING (article_id)) AS n
LEFT JOIN successors AS s ON s.new_id = n.article_id;

-- The campaign of each mention of `new` as the decisions of `old` would have it.
CREATE TABLE undecided AS
SELECT
    m.mention_id,
    coalesce(before.campaign_id, after.candidate_id) AS campaign_id,
    (m.counted OR after.decision = 'reject') AND before.decision IS DISTINCT FROM 'reject' AS counted
FROM new.campaign_mentions AS m
JOIN (SELECT candidate_id, decision, campaign_id FROM new.campaign_decisions WHERE stands) AS after
    ON after.candidate_id = 'candidate:' || vn_slug(m.name)
    AND m.campaign_id = coalesce(after.campaign_id, after.candidate_id)
LEFT JOIN (FROM old.campaign_decisions WHERE stands) AS before ON before.candidate_id = after.candidate_id
UNION ALL
SELECT m.mention_id, coalesce(before.campaign_id, m.campaign_id), m.counted AND before.decision <> 'reject'
FROM new.campaign_mentions AS m
JOIN (FROM old.campaign_decisions WHERE stands) AS before ON before.candidate_id = m.campaign_id
WHERE before.candidate_id NOT IN (SELECT candidate_id FROM new.campaign_decisions WHERE stands);

-- The causes that there are. Code is always one: it may group stories otherwise, or load the same rows otherwise.
CREATE TABLE working AS
SELECT goes_at AS cause FROM fates WHERE goes_at IS NOT NULL
UNION
SELECT comes_at FROM fates WHERE comes_at IS NOT NULL
UNION
SELECT 'rules'
UNION
SELECT 'register' FROM (SELECT source_id, kind FROM old.sources) AS o JOIN new.sources AS n USING (source_id)
WHERE o.kind IS DISTINCT FROM n.kind
UNION
SELECT 'reviews' FROM undecided
UNION
SELECT 'reviews' FROM old.verdicts
UNION
SELECT 'reviews' FROM new.verdicts;
