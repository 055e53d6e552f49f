"""The coverage table: what the ledger and the warehouse say of each source on each day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa

from corpus.sources import load_sources
from pipeline.coverage.model import Day, Watched
from pipeline.coverage.rules import Window
from pipeline.crawl.robots import DISALLOWED
from pipeline.errors import ThiduaError
from pipeline.ledger import ledger as ledgers
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script

_NIGHTS = pa.schema(
    {"source_id": pa.string(), "day": pa.date32()}
    | dict.fromkeys(("guides", "guides_answered", "guides_disallowed", "asked", "turned_away"), pa.int64())
)
_CAPTURES = pa.schema({"source_id": pa.string(), "day": pa.date32(), "page_id": pa.string()})
_NO_WAREHOUSE = """
    CREATE TEMP TABLE pages (page_id VARCHAR, name VARCHAR, article_id VARCHAR);
    CREATE TEMP TABLE articles (
        article_id VARCHAR, source_id VARCHAR, title VARCHAR, published DATE, published_text VARCHAR, syllables INTEGER,
        attached_to VARCHAR, superseded_by VARCHAR
    );
"""


class NotWatchedError(ThiduaError):
    """There is nothing to watch yet."""


def watched(ledger: Path, warehouse: Path, today: date, window: Window) -> tuple[Watched, ...]:
    """Every source that was ever asked within the window, in order of id, up to `today`.

    Raises `NotWatchedError` where no run has crawled anything yet, `LedgerError` where the ledger cannot be read.
    """
    since = today - timedelta(days=window.days + 7 * window.weeks)
    nights, captures = _from_ledger(ledger, since)
    with _warehouse(warehouse) as con:
        con.register("nights", nights)
        con.register("captures", captures)
        values = {"today": today, "body_syllables": window.body_syllables, "catch_up_days": window.catch_up_days}
        con.execute(_query("observed"), values)
        return expected(con, window)


def expected(con: duckdb.DuckDBPyConnection, window: Window) -> tuple[Watched, ...]:
    """The sources of the table `observed`, with what was to be expected of them."""
    values = window.model_dump(include={"weeks", "least_weeks", "common_least_sources", "common_least_expected"})
    rows = con.execute(_query("expected"), values).fetchall()
    names = {source.id: source.name for source in load_sources()}
    return tuple(
        Watched(source_id, names.get(source_id, source_id), tuple(Day(*row[1:]) for row in own)[-window.days :])
        for source_id, own in groupby(rows, key=lambda row: row[0])
    )


def _from_ledger(path: Path, since: date) -> tuple[pa.Table, pa.Table]:
    if not path.is_file():
        raise NotWatchedError(path, "no run has crawled anything yet", "run `thidua nightly` first, or give --data-dir")
    with ledgers.reading(path) as con:
        values = {"since": since.isoformat(), "disallowed": DISALLOWED}
        return _table(con, "nights", values, _NIGHTS), _table(con, "captures", values, _CAPTURES)


def _table(con: sqlite3.Connection, name: str, values: Mapping[str, str], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*con.execute(_query(name), values).fetchall(), strict=True)) or [()] * len(schema)
    days = [date.fromisoformat(day) for day in columns[1]]
    return pa.table([columns[0], days, *columns[2:]], schema=schema)


@contextmanager
def _warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published warehouse, or an empty one before the first is published."""
    if path.is_file():
        with reading(path) as con, con.cursor() as own:
            yield own
        return
    with duckdb.connect() as con:
        con.execute(_NO_WAREHOUSE)
        yield con


def _query(name: str) -> str:
    return script(f"queries/{name}", "pipeline.coverage")
