-- Times are seconds since 1970, UTC. Nothing is ever deleted here.
CREATE TABLE IF NOT EXISTS urls (
    url_id        INTEGER PRIMARY KEY,
    url           TEXT NOT NULL UNIQUE,  -- canonical
    source        TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('guide', 'article')),
    guide_kind    TEXT CHECK (guide_kind IN ('listing', 'feed', 'sitemap')),
    depth         INTEGER NOT NULL,      -- guides between this and a start page
    published     TEXT,                  -- the day its finder says, YYYY-MM-DD
    state         TEXT NOT NULL CHECK (state IN ('pending', 'kept', 'refused', 'failed')),
    reason        TEXT,                  -- why it is refused or failed
    etag          TEXT,
    last_modified TEXT,
    digest        TEXT,                  -- SHA-256 of the decoded body of the last version
    attempts      INTEGER NOT NULL DEFAULT 0,  -- failures in a row, one a run at most
    looks         INTEGER NOT NULL DEFAULT 0,  -- answers, changed or not
    next_try      REAL,                  -- not before then, NULL is never
    found_at      REAL NOT NULL,
    attachment_of TEXT                   -- of a document the address of the article that led to it first
) STRICT;
CREATE INDEX IF NOT EXISTS urls_due ON urls (source, next_try) WHERE next_try IS NOT NULL;

CREATE TABLE IF NOT EXISTS versions (
    version_id INTEGER PRIMARY KEY,
    url_id     INTEGER NOT NULL REFERENCES urls,
    run_id     INTEGER NOT NULL REFERENCES runs,
    digest     TEXT NOT NULL,
    file       TEXT NOT NULL,            -- WARC file in the archive
    "offset"   INTEGER NOT NULL,
    length     INTEGER NOT NULL,
    fetched_at REAL NOT NULL,
    lost       TEXT,                     -- why the archive no longer holds it
    target     TEXT                      -- the address that answered, after redirects, NULL where it is the one asked
) STRICT;
CREATE INDEX IF NOT EXISTS versions_by_url ON versions (url_id);
CREATE INDEX IF NOT EXISTS versions_by_file ON versions (file, "offset");

CREATE TABLE IF NOT EXISTS files (
    file  TEXT PRIMARY KEY,              -- WARC file in the archive
    start INTEGER NOT NULL               -- its length when it was last opened for writing
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS runs (
    run_id     INTEGER PRIMARY KEY,
    started_at REAL NOT NULL,
    ended_at   REAL                      -- NULL: still going, or killed
) STRICT;

CREATE TABLE IF NOT EXISTS visits (
    run_id     INTEGER NOT NULL REFERENCES runs,
    url_id     INTEGER NOT NULL REFERENCES urls,
    source     TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('guide', 'article')),
    rank       INTEGER NOT NULL,         -- the smallest is fetched first
    outcome    TEXT NOT NULL DEFAULT 'pending' CHECK (outcome IN (
        'pending', 'fetched', 'not_modified', 'refused_robots', 'refused_guard', 'refused_topic', 'failed')),
    reason     TEXT,                     -- also on a pending one that was put off
    kept_bytes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, url_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS visits_open ON visits (run_id, source, rank, url_id)
    WHERE outcome = 'pending' AND reason IS NULL;

CREATE TABLE IF NOT EXISTS traps (
    run_id  INTEGER NOT NULL REFERENCES runs,
    source  TEXT NOT NULL,
    trap    TEXT NOT NULL,
    example TEXT NOT NULL,               -- an address that shows it
    times   INTEGER NOT NULL,
    PRIMARY KEY (run_id, source, trap)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS robots (
    origin     TEXT PRIMARY KEY,
    status     INTEGER NOT NULL,         -- 0: unreachable
    body       BLOB NOT NULL,
    fetched_at REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS hosts (
    host       TEXT PRIMARY KEY,
    not_before REAL NOT NULL,            -- it asked to be left alone until then
    reason     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
