-- What was looked at: sources, pages, articles and the stories that they tell.

CREATE TABLE sources (
    source_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind source_kind,
    province VARCHAR,
    verified BOOLEAN,
    origin source_origin NOT NULL
);
COMMENT ON TABLE sources IS 'Who publishes: the declared portals and newspapers that have articles here, and the hosts that nobody declared.';
COMMENT ON COLUMN sources.source_id IS 'Key. Id of the declaration, else the host, else "unknown".';
COMMENT ON COLUMN sources.name IS 'Name as declared, else the host.';
COMMENT ON COLUMN sources.kind IS 'newspaper, portal, party, journal, ministry, organisation or aggregator, as declared.';
COMMENT ON COLUMN sources.province IS 'Province of the source as declared; null for a national or undeclared one.';
COMMENT ON COLUMN sources.verified IS 'False for a declaration that rests on general knowledge; null for a source that is not declared.';
COMMENT ON COLUMN sources.origin IS 'declared: in corpus/sources; host: known by its address only; unknown: neither.';

CREATE TABLE pages (
    page_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    byte_count BIGINT NOT NULL,
    outcome page_outcome NOT NULL,
    article_id VARCHAR USING COMPRESSION uncompressed
);
COMMENT ON TABLE pages IS 'Every page that was read, and what became of it: parsed pages = loaded + duplicate.';
COMMENT ON COLUMN pages.page_id IS 'Key. First 32 hex digits of the SHA-256 of the bytes.';
COMMENT ON COLUMN pages.name IS 'File name or address of the page.';
COMMENT ON COLUMN pages.media_type IS 'text/html, text/plain, or the media type of a PDF, DOCX or XLSX file.';
COMMENT ON COLUMN pages.byte_count IS 'Size of the page in bytes.';
COMMENT ON COLUMN pages.outcome IS 'loaded: its article is in articles; duplicate: another page holds the same article; quarantined: see quarantine.';
COMMENT ON COLUMN pages.article_id IS 'The article that the page holds; null for a quarantined page.';

CREATE TABLE page_stamps (
    page_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    code_version VARCHAR NOT NULL,
    register_hash VARCHAR NOT NULL,
    shard VARCHAR NOT NULL,
    row_no BIGINT NOT NULL,
    captured_at TIMESTAMP
);
COMMENT ON TABLE page_stamps IS 'When each page was captured, and with which code and registers it was read. Not part of the content hash: other code that reads the same, or a later capture of the same bytes, leaves it as it is.';
COMMENT ON COLUMN page_stamps.page_id IS 'Key. The page, see pages.';
COMMENT ON COLUMN page_stamps.code_version IS 'Version of the code.';
COMMENT ON COLUMN page_stamps.register_hash IS 'Hash of the registers, rule tables and source declarations.';
COMMENT ON COLUMN page_stamps.shard IS 'File name of the shard that the page was loaded from; it is the hash of the shard''s content.';
COMMENT ON COLUMN page_stamps.row_no IS 'Row of that shard, from 0.';
COMMENT ON COLUMN page_stamps.captured_at IS 'When the page was last fetched with these bytes, UTC; null for a saved file, which does not tell.';

CREATE TABLE quarantine (
    page_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    reason_code VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE quarantine IS 'Pages that gave no article, and why.';
COMMENT ON COLUMN quarantine.page_id IS 'Key. The page, see pages.';
COMMENT ON COLUMN quarantine.name IS 'File name or address of the page.';
COMMENT ON COLUMN quarantine.reason_code IS 'Short code to count by.';
COMMENT ON COLUMN quarantine.reason IS 'What was wrong, in one line.';

CREATE TABLE stories (
    story_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    first_article_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    articles INTEGER NOT NULL,
    sources INTEGER NOT NULL
);
COMMENT ON TABLE stories IS 'An article with its reprints is one story; an article that nobody reprinted is a story too.';
COMMENT ON COLUMN stories.story_id IS 'Key. The id of its first article.';
COMMENT ON COLUMN stories.first_article_id IS 'The article that was published first (undated ones last; ties by article_id); it may be an earlier version of one.';
COMMENT ON COLUMN stories.articles IS 'Number of articles that tell the story; versions of one article are one.';
COMMENT ON COLUMN stories.sources IS 'Number of sources that tell it.';

CREATE TABLE articles (
    article_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    page_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    source_id VARCHAR NOT NULL,
    story_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    host VARCHAR,
    url VARCHAR USING COMPRESSION uncompressed,
    province VARCHAR,
    title VARCHAR,
    title_key VARCHAR,
    text VARCHAR USING COMPRESSION dict_fsst NOT NULL,
    author VARCHAR,
    published DATE,
    published_text VARCHAR,
    published_precision date_precision,
    published_role date_role,
    published_evidence VARCHAR,
    published_rule VARCHAR,
    published_reason VARCHAR,
    syllables INTEGER NOT NULL,
    recognition FLOAT,
    recoded STRUCT(start INTEGER, "end" INTEGER, encoding old_encoding)[],
    attached_to VARCHAR,
    superseded_by VARCHAR
);
COMMENT ON TABLE articles IS 'One row per article: a text as one source published it. Where a source has changed it since, each version is a row; counts take the one that stands, see superseded_by.';
COMMENT ON COLUMN articles.article_id IS 'Key. Hash of source and text.';
COMMENT ON COLUMN articles.page_id IS 'The page that the row was read from, see pages.';
COMMENT ON COLUMN articles.source_id IS 'Who published it, see sources.';
COMMENT ON COLUMN articles.story_id IS 'The story that it tells, see stories.';
COMMENT ON COLUMN articles.host IS 'Host of the address without www.';
COMMENT ON COLUMN articles.url IS 'Address of the page.';
COMMENT ON COLUMN articles.province IS 'Province of the source, as of then; see provinces for the one of today.';
COMMENT ON COLUMN articles.title IS 'Title as written.';
COMMENT ON COLUMN articles.title_key IS 'Title for searching: vn_key(title), lower case without diacritics.';
COMMENT ON COLUMN articles.text IS 'Normalised text (NFC) that all positions refer to: title, lead, body and captions.';
COMMENT ON COLUMN articles.author IS 'Author as written.';
COMMENT ON COLUMN articles.published IS 'Day of publication; null where the page does not tell the day (no day is ever invented).';
COMMENT ON COLUMN articles.published_text IS 'Publication date as exactly as it is known: 2022-12-22, 2022-12 or 2022.';
COMMENT ON COLUMN articles.published_precision IS 'How exact published_text is.';
COMMENT ON COLUMN articles.published_role IS 'published, or updated where the page tells only that.';
COMMENT ON COLUMN articles.published_evidence IS 'The words or markup that the date rests on.';
COMMENT ON COLUMN articles.published_rule IS 'The rule that read the date.';
COMMENT ON COLUMN articles.published_reason IS 'Why there is no publication date, where there is none.';
COMMENT ON COLUMN articles.syllables IS 'Length of the text in syllables.';
COMMENT ON COLUMN articles.recognition IS 'Of a scan how sure the recognition of its words was, 0 to 1: the mean over its letters, see regions; null for a page with text. Counts leave out what is below least_recognition(), see counted_articles.';
COMMENT ON COLUMN articles.recoded IS 'The stretches of the text that were converted from an encoding older than Unicode (tcvn3, vni, viscii); null where there are none.';
COMMENT ON COLUMN articles.attached_to IS 'Of a document that was fetched because an article links to it: the address of that article, see pages.name; null for any other article.';
COMMENT ON COLUMN articles.superseded_by IS 'Of an earlier version: the article that the source has at the same address now, with the text changed; null for all others. Counts leave earlier versions out, see counted_articles.';

CREATE TABLE article_blocks (
    article_id VARCHAR NOT NULL,
    block_no INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role block_role NOT NULL
);
COMMENT ON TABLE article_blocks IS 'The paragraphs of an article, in order.';
COMMENT ON COLUMN article_blocks.article_id IS 'Key, with block_no. The article.';
COMMENT ON COLUMN article_blocks.block_no IS 'Number of the block, from 1.';
COMMENT ON COLUMN article_blocks.start IS 'Where it begins in articles.text.';
COMMENT ON COLUMN article_blocks."end" IS 'Where it ends.';
COMMENT ON COLUMN article_blocks.role IS 'What the block is.';

CREATE TABLE article_dates (
    article_id VARCHAR NOT NULL,
    date_no INTEGER NOT NULL,
    date DATE,
    date_text VARCHAR NOT NULL,
    precision date_precision NOT NULL,
    role date_role NOT NULL,
    evidence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    start INTEGER,
    "end" INTEGER
);
COMMENT ON TABLE article_dates IS 'Every date that a page tells, with its role and evidence.';
COMMENT ON COLUMN article_dates.article_id IS 'Key, with date_no. The article.';
COMMENT ON COLUMN article_dates.date_no IS 'Number of the date in the article, from 1.';
COMMENT ON COLUMN article_dates.date IS 'The day; null where only the month or year is known.';
COMMENT ON COLUMN article_dates.date_text IS 'The date as exactly as it is known.';
COMMENT ON COLUMN article_dates.precision IS 'How exact date_text is.';
COMMENT ON COLUMN article_dates.role IS 'What the date is the date of.';
COMMENT ON COLUMN article_dates.evidence IS 'The words or markup that it rests on.';
COMMENT ON COLUMN article_dates.rule IS 'The rule that read it.';
COMMENT ON COLUMN article_dates.start IS 'Where the words stand in articles.text; null for a date from markup.';
COMMENT ON COLUMN article_dates."end" IS 'Where they end.';

CREATE TABLE article_furniture (
    article_id VARCHAR NOT NULL,
    piece_no INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);
COMMENT ON TABLE article_furniture IS 'Page furniture that was left out of the text (menus, related headlines, counters), to check what was dropped.';
COMMENT ON COLUMN article_furniture.article_id IS 'Key, with piece_no. The article.';
COMMENT ON COLUMN article_furniture.piece_no IS 'Number of the piece, from 1.';
COMMENT ON COLUMN article_furniture.quote IS 'What was left out.';
COMMENT ON COLUMN article_furniture.rule IS 'The rule that knew it.';
