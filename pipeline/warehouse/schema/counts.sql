-- The facts that are counted: where campaigns are named, and how many honours were given.

CREATE TABLE campaign_mentions (
    mention_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    article_id VARCHAR NOT NULL,
    campaign_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    local_name VARCHAR,
    phase VARCHAR,
    owner VARCHAR,
    status campaign_status NOT NULL,
    counted BOOLEAN NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE campaign_mentions IS 'Every place where an article names a campaign.';
COMMENT ON COLUMN campaign_mentions.mention_id IS 'Key.';
COMMENT ON COLUMN campaign_mentions.article_id IS 'The article.';
COMMENT ON COLUMN campaign_mentions.campaign_id IS 'The campaign, see campaigns.';
COMMENT ON COLUMN campaign_mentions.name IS 'Name as written, without quotes.';
COMMENT ON COLUMN campaign_mentions.local_name IS 'A province''s own form of a national name.';
COMMENT ON COLUMN campaign_mentions.phase IS 'Period that the text gives with the name, such as 2021-2025.';
COMMENT ON COLUMN campaign_mentions.owner IS 'Who runs it, where the text says so.';
COMMENT ON COLUMN campaign_mentions.status IS 'launched: the text reports its launch; reviewed: a review of it; named: no more than the name.';
COMMENT ON COLUMN campaign_mentions.counted IS 'False where the page merely repeats itself (lead, caption, headline) or the candidate was rejected; counts leave these out.';
COMMENT ON COLUMN campaign_mentions.start IS 'Where the name stands in articles.text.';
COMMENT ON COLUMN campaign_mentions."end" IS 'Where it ends.';
COMMENT ON COLUMN campaign_mentions.quote IS 'The words at that place.';
COMMENT ON COLUMN campaign_mentions.sentence_start IS 'Where the sentence around it begins.';
COMMENT ON COLUMN campaign_mentions.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN campaign_mentions.rule IS 'The rule that found it.';
COMMENT ON COLUMN campaign_mentions.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE campaign_articles (
    campaign_id VARCHAR NOT NULL,
    article_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    story_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    source_id VARCHAR NOT NULL,
    province VARCHAR,
    published DATE,
    published_text VARCHAR,
    mentions BIGINT NOT NULL,
    launched BOOLEAN NOT NULL,
    shared_story UBIGINT
);
COMMENT ON TABLE campaign_articles IS 'Each campaign with each article that reports it. Mentions: how often its running text names the campaign (repeats in lead, caption and headline left out); articles: count(*); stories: count(DISTINCT story_id).';
COMMENT ON COLUMN campaign_articles.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_articles.article_id IS 'The article.';
COMMENT ON COLUMN campaign_articles.story_id IS 'Its story: an article and its reprints are one.';
COMMENT ON COLUMN campaign_articles.source_id IS 'Who published it.';
COMMENT ON COLUMN campaign_articles.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN campaign_articles.published IS 'Day of publication.';
COMMENT ON COLUMN campaign_articles.published_text IS 'Publication date as exactly as it is known.';
COMMENT ON COLUMN campaign_articles.mentions IS 'Mentions that count.';
COMMENT ON COLUMN campaign_articles.launched IS 'Whether the article reports its launch.';
COMMENT ON COLUMN campaign_articles.shared_story IS 'The story as a number, where other articles tell it too; null where this article is all of it. stories_told(shared_story, true) counts the stories of any rows with it.';

CREATE TABLE campaign_cells (
    cut audit_cut NOT NULL,
    campaign_id VARCHAR NOT NULL,
    cell VARCHAR,
    mentions BIGINT NOT NULL,
    articles BIGINT NOT NULL,
    stories BIGINT NOT NULL,
    undated BIGINT NOT NULL
);
COMMENT ON TABLE campaign_cells IS 'Campaigns counted over all articles by month, year, province and source, and as a whole: campaign_audit without a province or a day to begin with, counted beforehand. Take campaign_audit, which adds what was looked at and the cells with nothing in them.';
COMMENT ON COLUMN campaign_cells.cut IS 'What the cells are: none (one cell), month, year, province or source.';
COMMENT ON COLUMN campaign_cells.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_cells.cell IS 'The month, year, province or source; null where it is not known.';
COMMENT ON COLUMN campaign_cells.mentions IS 'Mentions that count.';
COMMENT ON COLUMN campaign_cells.articles IS 'Articles that report it.';
COMMENT ON COLUMN campaign_cells.stories IS 'Stories that report it.';
COMMENT ON COLUMN campaign_cells.undated IS 'Articles that report it, in none of the other counts because their date is not known well enough.';

CREATE TABLE article_cells (
    cut audit_cut NOT NULL,
    cell VARCHAR,
    looked_at BIGINT NOT NULL
);
COMMENT ON TABLE article_cells IS 'All articles by month, year, province and source, and as a whole: what campaign_cells is a share of.';
COMMENT ON COLUMN article_cells.cut IS 'What the cells are, as in campaign_cells.';
COMMENT ON COLUMN article_cells.cell IS 'The month, year, province or source; null where it is not known.';
COMMENT ON COLUMN article_cells.looked_at IS 'Articles of the cell; those whose date is not known well enough are in none.';

CREATE TABLE awards (
    award_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    article_id VARCHAR NOT NULL,
    award VARCHAR NOT NULL,
    rank award_rank,
    level award_level,
    grantor VARCHAR,
    count BIGINT NOT NULL,
    unit award_unit NOT NULL,
    qualifier award_qualifier NOT NULL,
    status award_status NOT NULL,
    posthumous BOOLEAN NOT NULL,
    period VARCHAR,
    part_of VARCHAR,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE awards IS 'Every count of honours that an article tells. Do not add the rows up: totals stand beside their parts, proposals beside what was conferred, reprints beside the first report; award_totals adds what can be added.';
COMMENT ON COLUMN awards.award_id IS 'Key.';
COMMENT ON COLUMN awards.article_id IS 'The article.';
COMMENT ON COLUMN awards.award IS 'Family of the honour: huan-chuong-lao-dong, co-thi-dua, bang-khen ...; khen-thuong where the kind is not said.';
COMMENT ON COLUMN awards.rank IS 'Hạng: 1 Nhất, 2 Nhì, 3 Ba.';
COMMENT ON COLUMN awards.level IS 'Level of the authority that grants it; null where unsaid.';
COMMENT ON COLUMN awards.grantor IS 'Who grants it, as written.';
COMMENT ON COLUMN awards.count IS 'How many.';
COMMENT ON COLUMN awards.unit IS 'What is counted: collectives, individuals, both together, households, decisions, items.';
COMMENT ON COLUMN awards.qualifier IS 'exact, over (hơn, trên), under (gần), about (khoảng).';
COMMENT ON COLUMN awards.status IS 'conferred in what is reported; proposed; statistic: a total over a period.';
COMMENT ON COLUMN awards.posthumous IS 'Truy tặng.';
COMMENT ON COLUMN awards.period IS 'Period of a statistic, such as 2022 or 2011-2015.';
COMMENT ON COLUMN awards.part_of IS 'The award of the same article whose total includes this one.';
COMMENT ON COLUMN awards.start IS 'Where the count stands in articles.text.';
COMMENT ON COLUMN awards."end" IS 'Where it ends.';
COMMENT ON COLUMN awards.quote IS 'The words at that place.';
COMMENT ON COLUMN awards.sentence_start IS 'Where the sentence around it begins.';
COMMENT ON COLUMN awards.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN awards.rule IS 'The rule that found it.';
COMMENT ON COLUMN awards.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE award_tellings (
    award_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    article_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    story_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    source_id VARCHAR NOT NULL,
    province VARCHAR,
    published_text VARCHAR,
    year VARCHAR,
    award VARCHAR NOT NULL,
    rank award_rank,
    level award_level,
    unit award_unit NOT NULL,
    status award_status NOT NULL,
    qualifier award_qualifier NOT NULL,
    period VARCHAR,
    count BIGINT NOT NULL
);
COMMENT ON TABLE award_tellings IS 'The awards that each story tells: one article of the story, and of a total and its parts either the parts, where they account for all of it, or the total. An article and the documents that it links to are stories of their own: take award_reports, which leaves out what they tell twice.';
COMMENT ON COLUMN award_tellings.award_id IS 'The award, see awards.';
COMMENT ON COLUMN award_tellings.article_id IS 'The article that tells it.';
COMMENT ON COLUMN award_tellings.story_id IS 'Its story.';
COMMENT ON COLUMN award_tellings.source_id IS 'Who published it.';
COMMENT ON COLUMN award_tellings.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN award_tellings.published_text IS 'Publication date as exactly as it is known.';
COMMENT ON COLUMN award_tellings.year IS 'Year of publication.';
COMMENT ON COLUMN award_tellings.award IS 'Family of the honour, see award_families.';
COMMENT ON COLUMN award_tellings.rank IS 'Hạng.';
COMMENT ON COLUMN award_tellings.level IS 'Level of the authority that grants it.';
COMMENT ON COLUMN award_tellings.unit IS 'What is counted.';
COMMENT ON COLUMN award_tellings.status IS 'conferred, proposed or statistic.';
COMMENT ON COLUMN award_tellings.qualifier IS 'exact, over, under or about.';
COMMENT ON COLUMN award_tellings.period IS 'Period of a statistic.';
COMMENT ON COLUMN award_tellings.count IS 'How many.';

CREATE TABLE award_retellings (
    award_id VARCHAR NOT NULL,
    counted_id VARCHAR NOT NULL
);
COMMENT ON TABLE award_retellings IS 'The award_tellings that another story counts already: where an article and the documents that it links to tell of the same honours, the side that tells most is counted (of equals the article). Sides are each article, the documents with a number together, and those without together. An unsaid kind, rank, level, period or recipient may be any.';
COMMENT ON COLUMN award_retellings.award_id IS 'Key. The award that is not counted, see awards.';
COMMENT ON COLUMN award_retellings.counted_id IS 'The award, or the first of those, that is counted for it.';

CREATE TABLE award_recipients (
    award_id VARCHAR NOT NULL,
    recipient_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL
);
COMMENT ON TABLE award_recipients IS 'Names of those honoured, where the text gives them.';
COMMENT ON COLUMN award_recipients.award_id IS 'Key, with recipient_no. The award.';
COMMENT ON COLUMN award_recipients.recipient_no IS 'Number of the recipient, from 1.';
COMMENT ON COLUMN award_recipients.article_id IS 'The article.';
COMMENT ON COLUMN award_recipients.name IS 'Name as written.';

CREATE TABLE award_shares (
    share_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    percent DOUBLE NOT NULL,
    "of" VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE award_shares IS 'Percentages of the awards themselves.';
COMMENT ON COLUMN award_shares.share_id IS 'Key.';
COMMENT ON COLUMN award_shares.article_id IS 'The article.';
COMMENT ON COLUMN award_shares.percent IS 'The percentage, as a number.';
COMMENT ON COLUMN award_shares."of" IS 'What it is a share of, in the text''s words.';
COMMENT ON COLUMN award_shares.start IS 'Where the percentage stands in articles.text.';
COMMENT ON COLUMN award_shares."end" IS 'Where it ends.';
COMMENT ON COLUMN award_shares.quote IS 'The words at that place.';
COMMENT ON COLUMN award_shares.sentence_start IS 'Where the sentence around it begins.';
COMMENT ON COLUMN award_shares.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN award_shares.rule IS 'The rule that found it.';
COMMENT ON COLUMN award_shares.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE official_appearances (
    person_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    office VARCHAR,
    body VARCHAR,
    province VARCHAR,
    status office_status,
    first_seen DATE,
    last_seen DATE,
    articles BIGINT NOT NULL,
    stories BIGINT NOT NULL,
    chaired BIGINT NOT NULL,
    spoke BIGINT NOT NULL
);
COMMENT ON TABLE official_appearances IS 'Person by office: when articles first and last show the person in it, how often, and in which parts.';
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

CREATE TABLE source_coverage (
    source_id VARCHAR NOT NULL,
    month VARCHAR,
    articles BIGINT NOT NULL,
    days BIGINT NOT NULL,
    stories BIGINT NOT NULL
);
COMMENT ON TABLE source_coverage IS 'What was looked at: articles by source and month. A month that is not here was not looked at; it is a gap, not a zero.';
COMMENT ON COLUMN source_coverage.source_id IS 'The source.';
COMMENT ON COLUMN source_coverage.month IS 'Month of publication (the year, where no more is known); null for undated articles.';
COMMENT ON COLUMN source_coverage.articles IS 'Articles.';
COMMENT ON COLUMN source_coverage.days IS 'Days with at least one article.';
COMMENT ON COLUMN source_coverage.stories IS 'Stories.';

CREATE TABLE runs (
    run_id VARCHAR PRIMARY KEY,
    state VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    code_version VARCHAR NOT NULL,
    register_hash VARCHAR NOT NULL,
    workers INTEGER NOT NULL,
    inputs VARCHAR[] NOT NULL,
    given INTEGER NOT NULL,
    parsed INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    known INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    quarantined_by_reason MAP(VARCHAR, INTEGER) NOT NULL
);
COMMENT ON TABLE runs IS 'The runs of thidua ingest on record: given = parsed + quarantined + known + refused. Not part of the content hash.';
COMMENT ON COLUMN runs.run_id IS 'Key.';
COMMENT ON COLUMN runs.state IS 'running, finished or interrupted.';
COMMENT ON COLUMN runs.started_at IS 'When it began, UTC.';
COMMENT ON COLUMN runs.finished_at IS 'When it ended, UTC; null for one that has not.';
COMMENT ON COLUMN runs.code_version IS 'Code that it ran.';
COMMENT ON COLUMN runs.register_hash IS 'Registers that it used.';
COMMENT ON COLUMN runs.workers IS 'Number of worker processes.';
COMMENT ON COLUMN runs.inputs IS 'The paths that it was given.';
COMMENT ON COLUMN runs.given IS 'Number of inputs.';
COMMENT ON COLUMN runs.parsed IS 'Pages that gave an article.';
COMMENT ON COLUMN runs.quarantined IS 'Pages that gave none, see quarantine.';
COMMENT ON COLUMN runs.known IS 'Pages that were known already.';
COMMENT ON COLUMN runs.refused IS 'Inputs that could not be read at all.';
COMMENT ON COLUMN runs.quarantined_by_reason IS 'Quarantined pages by reason code.';
