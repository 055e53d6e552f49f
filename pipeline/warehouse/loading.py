"""Fills a warehouse from what is stored: a new file with everything, or a copy of the last one with what changed.

Both go through the same scripts. What differs is which articles they are given: `fresh` are loaded, `recounted` are
counted. A new file is given all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from pipeline.review.tables import review_tables
from pipeline.runs import recorded
from pipeline.settings import Settings
from pipeline.store import Standing
from pipeline.stories import group_stories
from pipeline.warehouse.connect import quoted
from pipeline.warehouse.given import given_facts
from pipeline.warehouse.registers import lend, register_tables
from pipeline.warehouse.run_table import run_table
from pipeline.warehouse.scripts import COUNTS, LOADS, SCHEMA, VIEWS, script

MOST_ADDED = 0.1
"""Share of articles that may have been added since a file was last made anew: later rows are not in order of their
ids, and looking ids up gets slower with each."""

_BY_ARTICLE = """
SELECT c.table_name
FROM duckdb_columns() AS c
JOIN duckdb_tables() AS t USING (database_name, schema_name, table_name)
WHERE c.column_name = 'article_id' AND NOT c.is_nullable AND NOT t.temporary
ORDER BY c.table_name
"""
_OTHERS = f"""
SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND table_name NOT IN ({_BY_ARTICLE}) ORDER BY table_name
"""


@dataclass(frozen=True, slots=True)
class Growth:
    """What was added to a copy: articles since it was last made anew, and the row from which articles are new."""

    added: int
    first_new: int


def load(con: duckdb.DuckDBPyConnection, settings: Settings, store: Standing) -> None:
    """Fill an empty database from what is stored; nothing is checked yet."""
    _run(con, *(f"schema/{name}" for name in SCHEMA), "macros", *(f"views/{name}" for name in VIEWS))
    _lend(con, settings, store)
    _run(con, "load/standing", "load/all_fresh")
    _fill(con, "load/all_recounted")


def grow(con: duckdb.DuckDBPyConnection, settings: Settings, store: Standing, added: int) -> Growth | None:
    """Bring a copy of the last snapshot to what is stored now; nothing is checked yet.

    Tables with a key `article_id` keep what is the same, all others are loaded anew. `None` where so much is added,
    with what was added before, that a new file is better.
    """
    _lend(con, settings, store)
    _run(con, "load/standing", "grow/compare")
    added, articles, first_new = con.execute(_GROWING, {"added": added}).fetchall()[0]
    if added > MOST_ADDED * articles:
        return None
    _forget(con)
    _fill(con, "grow/recount")
    return Growth(added, first_new)


_GROWING = """
SELECT
    $added + (SELECT count(*) FROM fresh) + (SELECT count(*) FROM forgotten_articles),
    (SELECT count(*) FROM known_articles),
    coalesce((SELECT max(rowid) + 1 FROM articles), 0)
"""


def _fill(con: duckdb.DuckDBPyConnection, recount: str) -> None:
    """Load what is fresh, and count."""
    _lend_fresh(con)
    _run(con, "load/kept", "load/pages")
    group_stories(con)
    _run(con, "load/versions", "load/articles", recount, *(f"load/{name}" for name in LOADS))
    for name in COUNTS:
        con.execute(f"INSERT INTO {name} {script(f'counts/{name}')}")
    _run(con, "load/reviews")


def _forget(con: duckdb.DuckDBPyConnection) -> None:
    """Remove the articles that changed or went, and all that is loaded anew."""
    con.begin()
    for (table,) in con.execute(_BY_ARTICLE).fetchall():
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM forgotten_articles)")
    for (table,) in con.execute(_OTHERS).fetchall():
        con.execute(f"TRUNCATE {table}")
    con.commit()


def _run(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Run scripts as one transaction, so that the disk is waited for once."""
    con.begin()
    for name in names:
        con.execute(script(name))
    con.commit()


def _lend(con: duckdb.DuckDBPyConnection, settings: Settings, store: Standing) -> None:
    """What the scripts read."""
    lend(con, {"standing_rows": store.rows, "run_records": run_table(recorded(settings.runs_dir))})
    lend(con, register_tables())
    lend(con, review_tables(settings.reviews_dir))
    paths = [str(settings.shards_dir / name) for name in store.shards]
    _read_as(con, "shard_rows", paths)
    con.execute(f"CREATE TEMP VIEW shard_metadata AS FROM parquet_kv_metadata([{', '.join(map(quoted, paths))}])")


def _lend_fresh(con: duckdb.DuckDBPyConnection) -> None:
    """The pages of the articles that are to be loaded; only their shards are opened."""
    paths = [str(path) for (path,) in con.execute("SELECT DISTINCT filename FROM fresh ORDER BY filename").fetchall()]
    if paths:
        _read_as(con, "fresh_rows", paths)
    else:
        con.execute("CREATE TEMP VIEW fresh_rows AS FROM shard_rows LIMIT 0")
    con.execute(
        """CREATE TEMP VIEW fresh_pages AS
        SELECT f.article_id, f.source_id, s.* FROM fresh_rows AS s JOIN fresh AS f USING (filename, file_row_number)"""
    )
    lend(con, {"given_facts": given_facts(con)})


def _read_as(con: duckdb.DuckDBPyConnection, name: str, paths: list[str]) -> None:
    options = "filename = true, file_row_number = true"
    con.execute(f"CREATE TEMP VIEW {name} AS FROM read_parquet([{', '.join(map(quoted, paths))}], {options})")
