-- The warehouse, table by table: the enumerations, and the row that says what a file is. `docs/schema.md` is made
-- from the comments.
--
-- Tables that grow with the articles have no index: their rows are written in the order of their keys, so that a look-up
-- by key reads one block, and those that a night adds follow in an order of their own. Their keys, and all references and
-- enumerations, are proved by `checks.sql` before anything is published; the others have primary keys. A table whose rows
-- belong to an article has a column `article_id VARCHAR NOT NULL`: its rows stay from night to night while the article
-- does; every other table is loaded anew. Keys are not compressed: no two are alike, and a look-up would have to take a
-- whole block of them apart; texts are compressed by words (FSST), so that one can be read without the two thousand
-- beside it.
--
-- Positions (`start`, `"end"`) count code points of `articles.text` from 0:
-- substring(a.text, f.start + 1, f."end" - f.start) = f.quote.

CREATE TYPE source_kind AS ENUM ('newspaper', 'portal', 'party', 'journal', 'ministry', 'organisation', 'aggregator');
CREATE TYPE source_origin AS ENUM ('declared', 'host', 'unknown');
CREATE TYPE page_outcome AS ENUM ('loaded', 'duplicate', 'quarantined');
CREATE TYPE block_role AS ENUM ('title', 'lead', 'heading', 'body', 'caption', 'row');
CREATE TYPE old_encoding AS ENUM ('tcvn3', 'vni', 'viscii');
CREATE TYPE date_role AS ENUM ('published', 'updated', 'event', 'decision', 'issued', 'page_clock');
CREATE TYPE date_precision AS ENUM ('day', 'month', 'year');
CREATE TYPE meeting_kind AS ENUM (
    'review', 'interim_review', 'briefing', 'session', 'congress', 'award_ceremony', 'launch', 'signing',
    'honouring', 'training', 'seminar', 'working_visit', 'anniversary', 'other');
CREATE TYPE official_role AS ENUM ('chair', 'speak', 'present_award', 'receive_award', 'attend', 'sign');
CREATE TYPE office_level AS ENUM ('central', 'ministry', 'province', 'district', 'commune', 'unit');
CREATE TYPE office_status AS ENUM ('current', 'former', 'acting');
CREATE TYPE campaign_kind AS ENUM ('emulation', 'mobilisation', 'drive', 'party_study', 'generic');
CREATE TYPE campaign_origin AS ENUM ('register', 'accepted', 'candidate', 'rejected');
CREATE TYPE campaign_status AS ENUM ('launched', 'reviewed', 'named');
CREATE TYPE audit_cut AS ENUM ('none', 'month', 'year', 'province', 'source');
CREATE TYPE award_rank AS ENUM ('1', '2', '3');
CREATE TYPE award_level AS ENUM ('state', 'ministry', 'province', 'district', 'commune', 'unit');
CREATE TYPE award_unit AS ENUM ('collective', 'individual', 'both', 'household', 'decision', 'item');
CREATE TYPE award_qualifier AS ENUM ('exact', 'over', 'under', 'about');
CREATE TYPE award_status AS ENUM ('conferred', 'proposed', 'statistic');

CREATE TABLE snapshot (
    content_hash VARCHAR,
    warehouse_version VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    register_hash VARCHAR NOT NULL,
    recipe VARCHAR NOT NULL,
    verdicts VARCHAR NOT NULL,
    shards INTEGER NOT NULL,
    added INTEGER NOT NULL,
    built_at TIMESTAMP NOT NULL,
    first_day DATE,
    last_day DATE,
    undated BIGINT NOT NULL,
    rows MAP(VARCHAR, BIGINT) NOT NULL
);
COMMENT ON TABLE snapshot IS 'One row: what this file was built from, and the hash of everything in it.';
COMMENT ON COLUMN snapshot.content_hash IS 'Hash of all rows of all tables but snapshot, runs, page_stamps and those that are counted from the others (campaign_articles, campaign_cells, article_cells, award_tellings, award_retellings, official_appearances, source_coverage); equal input and code give an equal hash, whether the file was made anew or grown. To be compared between files of one version of DuckDB.';
COMMENT ON COLUMN snapshot.warehouse_version IS 'Version of this schema.';
COMMENT ON COLUMN snapshot.code_version IS 'Version of the program that built the file.';
COMMENT ON COLUMN snapshot.register_hash IS 'Hash of the registers, rules and source declarations.';
COMMENT ON COLUMN snapshot.recipe IS 'Digest of the scripts, registers, decisions and version of DuckDB that the file was made with; a file of another recipe is made anew.';
COMMENT ON COLUMN snapshot.verdicts IS 'Digest of the reviewers'' verdicts that the file holds; where there are others the file is not current.';
COMMENT ON COLUMN snapshot.shards IS 'Number of shards that the file was built from.';
COMMENT ON COLUMN snapshot.added IS 'Articles that were added, changed or taken away since the file was last made anew.';
COMMENT ON COLUMN snapshot.built_at IS 'When the file was built, UTC.';
COMMENT ON COLUMN snapshot.first_day IS 'First day of publication.';
COMMENT ON COLUMN snapshot.last_day IS 'Last day of publication.';
COMMENT ON COLUMN snapshot.undated IS 'Articles whose day of publication is not known.';
COMMENT ON COLUMN snapshot.rows IS 'Rows of each table.';
