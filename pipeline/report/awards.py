"""The honours of the page: totals by status, kind, rank, level and unit, the counts behind each, and statistics."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import get_args

import duckdb

from extractors.model import AwardUnit
from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.limits import Limits
from pipeline.report.statistics import Statistics, statistics

UNITS: tuple[AwardUnit, ...] = get_args(AwardUnit)
STATUSES = ("conferred", "proposed")
"""What can be added up; statistics stand by themselves."""
Key = tuple[str, str, str | None, str | None]
"""Status, kind, rank and level."""


@dataclass(frozen=True, slots=True)
class AwardLine:
    """A kind of honour at one level: the total of each unit, and the newest counts behind them."""

    anchor: str
    told: Row
    totals: dict[str, int]
    reports: int
    inexact: int
    listed: tuple[Row, ...]
    more: int
    sql: str


@dataclass(frozen=True, slots=True)
class Status:
    """The honours that were conferred, or proposed; `units` are the columns."""

    name: str
    units: tuple[str, ...]
    lines: tuple[AwardLine, ...]


@dataclass(frozen=True, slots=True)
class Awards:
    """All honours, and the question that those answer which can be added up."""

    statuses: tuple[Status, ...]
    statistics: Statistics
    asked: Asked

    @property
    def listed(self) -> tuple[Row, ...]:
        """Every count that the page opens."""
        added = (row for status in self.statuses for line in status.lines for row in line.listed)
        return (*added, *self.statistics.listed)


def awards(con: duckdb.DuckDBPyConnection, limits: Limits) -> Awards:
    """Gather the honours."""
    asked = ask(con, "awards")
    listed: dict[Key, list[Row]] = defaultdict(list)
    for row in ask(con, "award_listed", {"listed": limits.articles}).rows:
        listed[_key(row)].append(row)
    totals: dict[Key, list[Row]] = defaultdict(list)
    for row in asked.rows:
        totals[_key(row)].append(row)
    lines = [_line(f"k{n}", rows, listed[key]) for n, (key, rows) in enumerate(totals.items(), 1)]
    return Awards(tuple(_status(name, lines) for name in STATUSES), statistics(con, limits), asked)


def _key(row: Row) -> Key:
    return row["status"], row["award"], row["rank"], row["level"]


def _line(anchor: str, rows: list[Row], listed: list[Row]) -> AwardLine:
    first = rows[0]
    return AwardLine(
        anchor,
        first,
        {row["unit"]: row["total"] for row in rows},
        sum(row["reports"] for row in rows),
        sum(row["inexact"] for row in rows),
        tuple(listed),
        listed[0]["reports"] - len(listed),
        sql("award_cell", {name: first[name] for name in ("status", "award", "rank", "level")}),
    )


def _status(name: str, lines: list[AwardLine]) -> Status:
    own = tuple(line for line in lines if line.told["status"] == name)
    units = tuple(unit for unit in UNITS if any(unit in line.totals for line in own))
    return Status(name, units, own)
