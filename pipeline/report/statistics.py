"""Totals over a period that documents and articles tell: each by itself, as periods and provinces are never added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import duckdb

from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.evidence import Quoted, quoted
from pipeline.report.limits import Limits

_KEY = ("award", "rank", "level", "unit", "province", "told_of", "count")
_PLACE = ("told_of", "period", "province", "sources")


@dataclass(frozen=True, slots=True)
class Statistic:
    """One statistic, the newest places that tell it, and the SQL that gives all of them."""

    anchor: str
    told: Row
    tellings: tuple[Quoted, ...]
    more: int
    sql: str


@dataclass(frozen=True, slots=True)
class Group:
    """The statistics of one period, province and source; `told` is the row of the first."""

    told: Row
    statistics: tuple[Statistic, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of the page, those of the latest period first, and how many more there are."""

    groups: tuple[Group, ...]
    more: int
    asked: Asked

    @property
    def listed(self) -> Iterator[Row]:
        """Every count that the page opens."""
        return (place.told for group in self.groups for one in group.statistics for place in one.tellings)


def statistics(con: duckdb.DuckDBPyConnection, limits: Limits) -> Statistics:
    """Gather the statistics."""
    listed = {"listed": limits.articles}
    rows = ask(con, "statistics", {**listed, "most": limits.statistics}).rows
    wanted = [award for row in rows for award in row["awards"]]
    places = {row["fact_id"]: row for row in ask(con, "award_sentences", {"topics": wanted}).rows}
    shown = [_statistic(f"p{n}", row, places, limits) for n, row in enumerate(rows, 1)]
    more = rows[0]["known"] - len(rows) if rows else 0
    return Statistics(tuple(_groups(shown)), more, Asked(rows, sql("statistics", {**listed, "most": None})))


def _groups(shown: Iterable[Statistic]) -> Iterator[Group]:
    for _, found in groupby(shown, lambda one: [one.told[name] for name in _PLACE]):
        statistics = tuple(found)
        yield Group(statistics[0].told, statistics)


def _statistic(anchor: str, row: Row, places: dict[str, Row], limits: Limits) -> Statistic:
    tellings = tuple(quoted({**places[award], "award_id": award}, limits) for award in row["awards"])
    behind = {name: row[name] for name in _KEY}
    return Statistic(anchor, row, tellings, row["reports"] - len(tellings), sql("statistic_cell", behind))
