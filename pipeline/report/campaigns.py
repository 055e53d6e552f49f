"""The campaigns of the page: the counts of each by month, province and source, and the articles behind each number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.limits import Limits
from pipeline.report.months import Gap, gaps, is_month, month_named, month_number, year_gaps

Listed = dict[tuple[str, str | None], tuple[str, ...]]
"""Of each cut and cell the ids of the newest articles."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its counts, the newest articles behind them, and the SQL that gives all of them."""

    anchor: str
    cell: str | None
    counts: Row
    articles: tuple[str, ...]
    more: int
    sql: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A campaign cut one way; `silent` are the cells that were looked at and do not report it."""

    name: str
    lines: tuple[Line, ...]
    silent: tuple[Row, ...]
    left_out: int
    asked: Asked
    gap_before: dict[str, Gap]
    """The gaps by the month or year that ends them; empty for what is no time."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign with all that the page says of it.

    `over_time` has every month that was looked at; `gaps` are months in which no article at all was.
    """

    number: int
    told: Row
    total: Line
    years: Cut
    months: Cut
    provinces: Cut
    sources: Cut
    over_time: Asked
    gaps: tuple[Gap, ...]

    @property
    def lines(self) -> Iterable[Line]:
        """Every line whose articles the page opens."""
        return (self.total, *self.years.lines, *self.months.lines, *self.provinces.lines, *self.sources.lines)


def campaign(con: duckdb.DuckDBPyConnection, number: int, told: Row, limits: Limits) -> Campaign:
    """Gather one campaign; `told` is its row of `queries/campaigns.sql`."""
    name = told["campaign_id"]
    listed = _listed(con, name, limits)
    years, months = (_over_time(con, number, name, cut, listed, limits) for cut in ("year", "month"))
    provinces, sources = (_by_place(con, number, name, cut, listed, limits) for cut in ("province", "source"))
    over_time = ask(con, "cut", {"cut": "month", "campaign": name})
    looked_at = [row["cell"] for row in over_time.rows if is_month(row["cell"])]
    total = _line(f"c{number}-t", name, "none", {**told, "cell": None, "undated": 0}, listed)
    return Campaign(number, told, total, years, months, provinces, sources, over_time, tuple(gaps(looked_at)))


def _listed(con: duckdb.DuckDBPyConnection, name: str, limits: Limits) -> Listed:
    listed: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for row in ask(con, "listed", {"campaign": name, "listed": limits.articles}).rows:
        listed[row["cut"], row["cell"]].append(row["article_id"])
    return {place: tuple(articles) for place, articles in listed.items()}


def _over_time(con: duckdb.DuckDBPyConnection, number: int, name: str, cut: str, listed: Listed, limits: Limits) -> Cut:
    """The newest months or years, back to the first that reports the campaign, then the undated articles."""
    asked = ask(con, "cut_over_time", {"cut": cut, "campaign": name})
    dated = [row for row in asked.rows if row["cell"] is not None]
    undated = [row for row in asked.rows if row["cell"] is None]
    shown = dated[: limits.months]
    lines = _lines(number, name, cut, shown + undated, listed)
    return Cut(cut, lines, (), len(dated) - len(shown), asked, _gap_before(cut, dated))


def _by_place(con: duckdb.DuckDBPyConnection, number: int, name: str, cut: str, listed: Listed, limits: Limits) -> Cut:
    """The provinces or sources that report the campaign, the most articles first."""
    asked = ask(con, "cut", {"cut": cut, "campaign": name})
    telling = sorted(
        (row for row in asked.rows if row["articles"]),
        key=lambda row: (-row["articles"], row["cell"] is None, row["cell"] or ""),
    )
    silent = tuple(row for row in asked.rows if not row["articles"])
    shown = telling[: limits.sources] if cut == "source" else telling
    return Cut(cut, _lines(number, name, cut, shown, listed), silent, len(telling) - len(shown), asked, {})


def _lines(number: int, name: str, cut: str, rows: Iterable[Row], listed: Listed) -> tuple[Line, ...]:
    return tuple(_line(f"c{number}-{cut[0]}{n}", name, cut, row, listed) for n, row in enumerate(rows, 1))


def _gap_before(cut: str, dated: Iterable[Row]) -> dict[str, Gap]:
    cells = [row["cell"] for row in dated]
    if cut == "month":
        return {month_named(month_number(gap.last) + 1): gap for gap in gaps(cells)}
    return {str(int(gap.last) + 1): gap for gap in year_gaps(cells)}


def _line(anchor: str, name: str, cut: str, row: Row, listed: Listed) -> Line:
    articles = listed.get((cut, row["cell"]), ())
    more = row["articles"] + row["undated"] - len(articles)
    return Line(
        anchor, row["cell"], row, articles, more, sql("cell", {"campaign": name, "cut": cut, "cell": row["cell"]})
    )
