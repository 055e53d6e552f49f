"""Histories of sources, written as in `alarms.toml`, taken through the real calculation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.coverage.alarms import alarms_of
from pipeline.coverage.model import Alarm, Watched
from pipeline.coverage.rules import load_rules
from pipeline.coverage.table import expected

TODAY = date(2026, 11, 20)
_USUAL_DAYS = 70
_COUNTS = ("got", "asked", "turned_away", "pages", "articles", "with_title", "with_date", "with_body", "published")
_PAGES = ("page_without_title", "page_without_date", "page_without_body")
_OBSERVED = pa.schema(
    {"source_id": pa.string(), "day": pa.date32(), "state": pa.string()}
    | dict.fromkeys(_COUNTS, pa.int64())
    | dict.fromkeys(_PAGES, pa.string())
)
Night = Mapping[str, Any]
Row = dict[str, Any]


def history(source_id: str, told: Mapping[str, Any], today: date = TODAY) -> Iterator[Row]:
    """The observed rows of a source: ten weeks as usual, then the nights, the last of them today."""
    nights = [night for night in told["nights"] for _ in range(night.get("times", 1))]
    every = told.get("every", {"days": _USUAL_DAYS + 1})
    first = today - timedelta(days=_USUAL_DAYS + len(nights) - 1)
    usual = [every if at % every["days"] == 0 and at else {} for at in range(_USUAL_DAYS)]
    for at, night in enumerate((*usual, *nights)):
        yield observed(source_id, first + timedelta(days=at), {**told["usual"], **night})


def observed(source_id: str, day: date, night: Night) -> Row:
    """One row; what the night does not name follows from what it got."""
    state = night.get("state", "looked")
    got = night.get("got", 0) if state == "looked" else None
    pages = night.get("pages", got or 0)
    given = {"asked": pages, "turned_away": 0, "pages": pages, "articles": pages, "published": got}
    given |= dict.fromkeys(("with_title", "with_date", "with_body"), pages)
    given |= {key: night[key] for key in _COUNTS if key in night and key != "got"}
    pages_without = {name: night.get(name) for name in _PAGES}
    return {"source_id": source_id, "day": day, "state": state, "got": got, **given, **pages_without}


def watched_of(rows: Sequence[Row], **window: int) -> tuple[Watched, ...]:
    """The rows through the SQL that says what was to be expected; `window` changes the register's."""
    with duckdb.connect() as con:
        con.register("observed", pa.Table.from_pylist(list(rows), schema=_OBSERVED))
        return expected(con, load_rules().window.model_copy(update=window))


def alarms_in(rows: Sequence[Row], today: date = TODAY) -> tuple[Alarm, ...]:
    """The alarms that the rows give."""
    return alarms_of(watched_of(rows), today, load_rules())


def alarms_of_example(told: Mapping[str, Any]) -> tuple[Alarm, ...]:
    """The alarms of an example of `alarms.toml`."""
    sources = (f"nguon-{n}" for n in range(told.get("sources", 1)))
    return alarms_in([row for source_id in sources for row in history(source_id, told)])
