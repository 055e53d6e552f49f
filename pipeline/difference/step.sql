-- The warehouse as it would be after the causes in `worked`: articles whose cause has worked in their new form, the
-- others in their old one. `situation` says whether stories are grouped, sources described, and facts and candidates
-- reviewed, as in `new`. `present` is made of `forms` at each step. Only what the counts need.

CREATE TABLE worked (cause VARCHAR);

CREATE TABLE situation AS SELECT false AS regrouped, false AS described, false AS decided;

CREATE VIEW forms AS
SELECT article_id, 'old' AS form FROM fates WHERE goes_at IS NOT NULL AND goes_at NOT IN (FROM worked)
UNION ALL
SELECT article_id, 'new' FROM fates WHERE comes_at IN (FROM worked);

CREATE TABLE present AS FROM forms;

-- Stories before they are grouped anew: a new article joins the story that its fellows had.
CREATE TABLE story_before AS
SELECT n.article_id, coalesce(min(o.story_id), n.story_id) AS story_id
FROM new_pages AS n
LEFT JOIN new_pages AS fellow ON fellow.story_id = n.story_id
LEFT JOIN old_pages AS o ON o.article_id = fellow.article_id
GROUP BY n.article_id, n.story_id;

CREATE TABLE story_after AS
SELECT o.article_id, coalesce(any_value(n.story_id), any_value(heir.story_id), o.story_id) AS story_id
FROM old_pages AS o
LEFT JOIN new_pages AS n USING (article_id)
LEFT JOIN successors AS s ON s.old_id = o.article_id
LEFT JOIN new_pages AS heir ON heir.article_id = s.new_id
GROUP BY o.article_id, o.story_id;

CREATE VIEW articles AS
SELECT a.* REPLACE (CASE WHEN (SELECT regrouped FROM situation) THEN s.story_id ELSE a.story_id END AS story_id)
FROM old.articles AS a
SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
JOIN story_after AS s USING (article_id)
UNION ALL BY NAME
SELECT a.* REPLACE (CASE WHEN (SELECT regrouped FROM situation) THEN a.story_id ELSE s.story_id END AS story_id)
FROM new.articles AS a
SEMI JOIN (FROM present WHERE form = 'new') USING (article_id)
JOIN story_before AS s USING (article_id);

CREATE VIEW pages AS
FROM old.pages SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
FROM new.pages SEMI JOIN (FROM present WHERE form = 'new') USING (article_id);

CREATE VIEW stories AS SELECT story_id, count(*) AS articles FROM articles GROUP BY story_id;

CREATE VIEW campaign_mentions AS
FROM old.campaign_mentions SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
SELECT m.* REPLACE (
    CASE WHEN (SELECT decided FROM situation) THEN m.campaign_id ELSE coalesce(u.campaign_id, m.campaign_id) END AS campaign_id,
    CASE WHEN (SELECT decided FROM situation) THEN m.counted ELSE coalesce(u.counted, m.counted) END AS counted
)
FROM new.campaign_mentions AS m
SEMI JOIN (FROM present WHERE form = 'new') USING (article_id)
LEFT JOIN undecided AS u USING (mention_id);

CREATE VIEW awards AS
FROM old.awards SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
FROM new.awards SEMI JOIN (FROM present WHERE form = 'new') USING (article_id);

CREATE VIEW documents AS
FROM old.documents SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
FROM new.documents SEMI JOIN (FROM present WHERE form = 'new') USING (article_id);

CREATE VIEW meetings AS
FROM old.meetings SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
FROM new.meetings SEMI JOIN (FROM present WHERE form = 'new') USING (article_id);

CREATE VIEW officials AS
FROM old.officials SEMI JOIN (FROM present WHERE form = 'old') USING (article_id)
UNION ALL BY NAME
FROM new.officials SEMI JOIN (FROM present WHERE form = 'new') USING (article_id);

CREATE VIEW sources AS
FROM old.sources WHERE NOT (SELECT described FROM situation)
UNION ALL BY NAME
FROM new.sources WHERE (SELECT described FROM situation)
UNION ALL BY NAME
FROM new.sources ANTI JOIN old.sources USING (source_id) WHERE NOT (SELECT described FROM situation)
UNION ALL BY NAME
FROM old.sources ANTI JOIN new.sources USING (source_id) WHERE (SELECT described FROM situation);

CREATE VIEW campaign_decisions AS
FROM old.campaign_decisions WHERE NOT (SELECT decided FROM situation)
UNION ALL BY NAME
FROM new.campaign_decisions WHERE (SELECT decided FROM situation);

CREATE VIEW told_verdicts AS
SELECT v.*, length(a.text) AS text_length
FROM old.verdicts AS v
LEFT JOIN old.articles AS a USING (article_id)
WHERE NOT (SELECT decided FROM situation)
UNION ALL BY NAME
SELECT v.*, length(a.text) AS text_length
FROM new.verdicts AS v
LEFT JOIN new.articles AS a USING (article_id)
WHERE (SELECT decided FROM situation);

CREATE VIEW campaigns AS
FROM new.campaigns
UNION ALL
FROM old.campaigns ANTI JOIN new.campaigns USING (campaign_id);

-- What review comes to, told anew at each step.
CREATE TABLE verdicts AS FROM new.verdicts LIMIT 0;
CREATE TABLE fact_reviews AS FROM new.fact_reviews LIMIT 0;
CREATE TABLE campaign_precision AS FROM new.campaign_precision LIMIT 0;
CREATE TABLE kind_precision AS FROM new.kind_precision LIMIT 0;
