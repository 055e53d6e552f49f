"""The coverage as rows: a line a source for eyes, a line a source and day for programs."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import Any

import pyarrow as pa

from pipeline.coverage.model import Coverage, Day, Watched, sum_known
from pipeline.tabular import Answer

DAYS = pa.schema(
    [("source_id", pa.string()), ("day", pa.date32()), ("state", pa.string())]
    + [("expected", pa.float64()), ("got", pa.int64()), ("common", pa.float64())]
    + [(name, pa.int64()) for name in ("asked", "turned_away", "pages", "articles", "with_title", "with_date")]
    + [("with_body", pa.int64())]
    + [(f"page_without_{what}", pa.string()) for what in ("title", "date", "body")]
    + [("published", pa.int64())]
)
"""The columns of `by_day` with their types."""
_NIGHTS = 28
_BY_SOURCE = (
    "source_id", "alarms", "nights", "last_got", "last_expected", "week_got", "week_expected", "last_article",
    "title_pct", "date_pct", "body_pct",
)  # fmt: skip


def by_day(coverage: Coverage) -> Answer:
    """Every source on every day; what is empty was not looked at, or nothing is expected yet."""
    columns = ("source_id", *(field.name for field in fields(Day)))
    return Answer(columns, [(source.source_id, *astuple(day)) for source in coverage.sources for day in source.days])


def by_source(coverage: Coverage) -> Answer:
    """Every source, those with alarms first: what it gave, and of the last 28 days the looks and the fill rates."""
    alarmed = {alarm.source_id: alarm.rule for alarm in reversed(coverage.alarms)}
    rows = [_row(source, alarmed.get(source.source_id)) for source in coverage.sources]
    return Answer(_BY_SOURCE, sorted(rows, key=lambda row: (row[1] is None, row[0])))


def _row(source: Watched, alarm: str | None) -> tuple[Any, ...]:
    days, week = source.days[-_NIGHTS:], source.days[-7:]
    nights = source.last(len(source.days))
    newest = next((day.day for day in nights if day.got), None)
    return (
        source.source_id,
        alarm,
        f"{sum(day.looked for day in days)}/{len(days)}",
        nights[0].got if nights else None,
        nights[0].expected if nights else None,
        sum(day.got or 0 for day in week) if any(day.looked for day in week) else None,
        sum_known(day.expected for day in week if day.looked),
        newest,
        *(None if percent is None else round(percent, 1) for percent in source.filled(_NIGHTS)),
    )
