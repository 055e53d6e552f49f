"""Looks the sources over: ledger and warehouse → coverage table → alarms → the page."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus.calendar import VIETNAM
from pipeline.atomic import write_atomically
from pipeline.coverage.alarms import alarms_of, last_run
from pipeline.coverage.listing import DAYS, by_day
from pipeline.coverage.model import Coverage
from pipeline.coverage.page import page
from pipeline.coverage.rules import load_rules
from pipeline.coverage.table import watched
from pipeline.report.language import Lang
from pipeline.settings import Settings


def look_over(settings: Settings, today: date) -> Coverage:
    """The coverage as of `today`, written to `data/coverage`: `index.html` in Vietnamese, and `days.parquet`.

    Raises `NotWatchedError` where no run has crawled anything yet.
    """
    coverage = look(settings, today)
    write_page(coverage, settings.data_dir / "coverage" / "index.html", Lang.VI)
    write_days(coverage, settings.data_dir / "coverage" / "days.parquet")
    return coverage


def look(settings: Settings, today: date) -> Coverage:
    """The coverage as of `today`; raises `NotWatchedError` where no run has crawled anything yet."""
    rules = load_rules()
    sources = watched(settings.ledger_path, settings.warehouse_path, today, rules.window)
    return Coverage(today, last_run(sources), sources, alarms_of(sources, today, rules))


def write_page(coverage: Coverage, out: Path, lang: Lang) -> None:
    """Write the page; the same coverage gives the same bytes."""
    write_atomically(out, page(coverage, lang).encode())


def write_days(coverage: Coverage, out: Path) -> None:
    """Write each source and day as a row of a Parquet file, to be joined with what the warehouse counts."""
    told = by_day(coverage)
    columns = list(zip(*told.rows, strict=True)) or [()] * len(told.columns)
    content = BytesIO()
    pq.write_table(pa.table(dict(zip(told.columns, columns, strict=True)), schema=DAYS), content)
    write_atomically(out, content.getvalue())


def today_in_viet_nam() -> date:
    """The day that it is in Viet Nam, which is what the nights of the coverage are named by."""
    return datetime.now(VIETNAM).date()
