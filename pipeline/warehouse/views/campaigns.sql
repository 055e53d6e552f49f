-- How often a campaign was reported. The table `campaign_articles` (`counts/campaign_articles.sql`) is the one definition
-- of mentions, articles and stories; what stands here only groups it. What is asked for most, the cells of all articles,
-- is kept in the tables `campaign_cells` and `article_cells`, made by the very macros that answer everything else.

CREATE MACRO stories_told(shared_story, told) AS
    count(*) FILTER (told AND shared_story IS NULL) + count(DISTINCT shared_story) FILTER (told);
COMMENT ON MACRO stories_told IS 'An aggregate over rows of campaign_articles: how many stories those tell for which the second argument holds. The same as count(DISTINCT story_id), three times as fast.';

CREATE VIEW campaign_reports AS
SELECT
    campaign_id,
    published_text,
    any_value(published) AS published,
    left(published_text, 7) AS month,
    source_id,
    province,
    sum(mentions)::BIGINT AS mentions,
    count(*) AS articles,
    stories_told(shared_story, true) AS stories
FROM campaign_articles
GROUP BY campaign_id, published_text, source_id, province;
COMMENT ON VIEW campaign_reports IS 'Campaign by day, source and province. Mentions and articles can be added up; stories cannot (a reprint is in several rows), take campaign_audit or campaign_articles for those.';
COMMENT ON COLUMN campaign_reports.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_reports.published_text IS 'Publication date as exactly as it is known; null for undated articles.';
COMMENT ON COLUMN campaign_reports.published IS 'Day of publication.';
COMMENT ON COLUMN campaign_reports.month IS 'Month of publication (the year, where no more is known).';
COMMENT ON COLUMN campaign_reports.source_id IS 'Who published.';
COMMENT ON COLUMN campaign_reports.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN campaign_reports.mentions IS 'Mentions that count.';
COMMENT ON COLUMN campaign_reports.articles IS 'Articles that report it.';
COMMENT ON COLUMN campaign_reports.stories IS 'Stories that report it.';

CREATE VIEW campaign_timeline AS
SELECT
    f.campaign_id,
    m.cell AS month,
    coalesce(r.mentions, 0) AS mentions,
    coalesce(r.articles, 0) AS articles,
    coalesce(r.stories, 0) AS stories,
    m.looked_at
FROM (
    SELECT campaign_id, min(cell) AS first_month
    FROM campaign_cells
    WHERE cut = 'month'
    GROUP BY campaign_id
) AS f
JOIN article_cells AS m ON m.cut = 'month' AND m.cell >= f.first_month
LEFT JOIN campaign_cells AS r ON r.cut = 'month' AND r.campaign_id = f.campaign_id AND r.cell = m.cell;
COMMENT ON VIEW campaign_timeline IS 'Campaign by month, from its first report on. A month in which articles were looked at and none reports it is a row of zeros; a month that is missing was not looked at. Articles whose month is not known are left out.';
COMMENT ON COLUMN campaign_timeline.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_timeline.month IS 'Month of publication.';
COMMENT ON COLUMN campaign_timeline.mentions IS 'Mentions that count.';
COMMENT ON COLUMN campaign_timeline.articles IS 'Articles that report it.';
COMMENT ON COLUMN campaign_timeline.stories IS 'Stories that report it.';
COMMENT ON COLUMN campaign_timeline.looked_at IS 'All articles of the month.';

-- The cell of an article in a cut, and whether its date is known well enough to place it there.
CREATE MACRO _cell(cut, published_text, source_id, province) AS
    CASE cut
        WHEN 'month' THEN CASE WHEN length(published_text) >= 7 THEN left(published_text, 7) END
        WHEN 'year' THEN left(published_text, 4)
        WHEN 'province' THEN province
        WHEN 'source' THEN source_id
    END;

CREATE MACRO _undated(cut, since, published_text) AS
    (cut IN ('month', 'year') AND _cell(cut, published_text, NULL, NULL) IS NULL)
    OR (since IS NOT NULL AND (published_text IS NULL
        OR (length(published_text) < 10 AND starts_with(since::DATE::VARCHAR, published_text))));

-- The provinces that are called so, with or without diacritics.
CREATE MACRO _named_so(wanted) AS TABLE
SELECT cell AS name FROM article_cells WHERE cut = 'province' AND vn_key(cell) = vn_key(wanted);

-- Articles by cell; those whose date is not known well enough are in none.
CREATE MACRO _looked_at(cut, wanted, since) AS TABLE
SELECT cell, count(*) FILTER (NOT undated) AS looked_at
FROM (
    SELECT
        _cell(cut, a.published_text, a.source_id, a.province) AS cell,
        _undated(cut, since, a.published_text) AS undated
    FROM counted_articles AS a
    WHERE (wanted IS NULL OR a.province IN (FROM _named_so(wanted)))
      AND (since IS NULL OR _undated(cut, since, a.published_text) OR a.published_text >= since::DATE::VARCHAR)
)
GROUP BY cell;

-- Campaigns by cell.
CREATE MACRO _reported(cut, campaign, wanted, since) AS TABLE
SELECT
    campaign_id,
    cell,
    coalesce(sum(mentions) FILTER (NOT undated), 0)::BIGINT AS mentions,
    count(*) FILTER (NOT undated) AS articles,
    stories_told(shared_story, NOT undated) AS stories,
    count(*) FILTER (undated) AS undated
FROM (
    SELECT
        c.campaign_id,
        c.shared_story,
        c.mentions,
        _cell(cut, c.published_text, c.source_id, c.province) AS cell,
        _undated(cut, since, c.published_text) AS undated
    FROM campaign_articles AS c
    WHERE (campaign IS NULL OR c.campaign_id = campaign)
      AND (wanted IS NULL OR c.province IN (FROM _named_so(wanted)))
      AND (since IS NULL OR _undated(cut, since, c.published_text) OR c.published_text >= since::DATE::VARCHAR)
)
GROUP BY campaign_id, cell;

-- What is asked for is there to be asked for: a slip of the pen is not to look like silence.
CREATE MACRO _asked_well(campaign, wanted) AS CASE
    WHEN campaign IS NOT NULL AND NOT EXISTS (FROM campaigns AS c WHERE c.campaign_id = campaign)
    THEN error('no campaign has the id ' || campaign || ', see the table campaigns')
    WHEN wanted IS NOT NULL AND NOT EXISTS (FROM provinces AS p WHERE vn_key(p.name) = vn_key(wanted))
    THEN error('no province is called ' || wanted || ', see the table provinces')
    ELSE TRUE
END;

CREATE MACRO campaign_audit("by" := 'none', campaign := NULL, province := NULL, since := NULL) AS TABLE
WITH cells AS (
    SELECT k.cell, k.looked_at
    FROM article_cells AS k
    WHERE k.cut = "by"::audit_cut AND province IS NULL AND since IS NULL
    UNION ALL
    FROM _looked_at("by", province, since)
    WHERE province IS NOT NULL OR since IS NOT NULL
), reported AS (
    SELECT k.campaign_id, k.cell, k.mentions, k.articles, k.stories, k.undated
    FROM campaign_cells AS k
    WHERE k.cut = "by"::audit_cut AND (campaign IS NULL OR k.campaign_id = campaign) AND province IS NULL AND since IS NULL
    UNION ALL
    FROM _reported("by", campaign, province, since)
    WHERE province IS NOT NULL OR since IS NOT NULL
), silent AS (
    SELECT campaign AS campaign_id, cell, 0, 0, 0, 0
    FROM cells
    WHERE campaign IS NOT NULL
      AND NOT ("by" IN ('month', 'year') AND cell IS NULL)
      AND NOT EXISTS (FROM reported AS r WHERE r.cell IS NOT DISTINCT FROM cells.cell)
)
SELECT
    k.campaign_id,
    k.name,
    r.cell,
    r.mentions,
    r.articles,
    r.stories,
    s.looked_at,
    round(100.0 * r.articles / nullif(s.looked_at, 0), 1) AS percent,
    r.undated
FROM (FROM reported UNION ALL FROM silent) AS r
JOIN cells AS s ON s.cell IS NOT DISTINCT FROM r.cell
JOIN campaigns AS k USING (campaign_id)
WHERE (SELECT _asked_well(campaign, province))
ORDER BY sum(r.articles) OVER (PARTITION BY k.campaign_id) DESC, k.campaign_id, r.cell NULLS LAST;
COMMENT ON MACRO TABLE campaign_audit IS 'How often each campaign was reported: campaign_audit(by := none | month | year | province | source, campaign := campaign id, province := name, since := day). looked_at: all articles of the cell, so that zero is told from silence; percent: articles of looked_at; undated: articles that report it but whose date is not known well enough to place them, in none of the other counts.';
