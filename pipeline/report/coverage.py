"""What was looked at, source by source, and where the gaps are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import duckdb

from pipeline.report.ask import Asked, Row, ask
from pipeline.report.limits import Limits
from pipeline.report.months import Gap, gaps, is_month


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """The articles of one source: by month, in all, and without a month; `gaps` go on to the last month of all."""

    source_id: str
    name: str
    province: str | None
    months: dict[str, int]
    articles: int
    without_month: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """Months since its first in which nothing was looked at."""
        return sum(gap.months for gap in self.gaps)

    @property
    def silent(self) -> int:
        """Months since its last."""
        return sum(gap.months for gap in self.gaps if gap.first > max(self.months))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sources with the most articles, and how many are left out; `until` is the last month looked at of any."""

    sources: tuple[SourceCoverage, ...]
    until: str | None
    left_out: int
    asked: Asked


def coverage(con: duckdb.DuckDBPyConnection, limits: Limits) -> Coverage:
    """Gather the coverage; a source that fell silent has a gap up to the last month looked at of any source."""
    asked = ask(con, "coverage")
    until = max((row["month"] for row in asked.rows if is_month(row["month"])), default=None)
    sources = [_source(list(rows), until) for _, rows in groupby(asked.rows, lambda row: row["source_id"])]
    sources.sort(key=lambda source: (-source.articles, source.name, source.source_id))
    return Coverage(tuple(sources[: limits.coverage_rows]), until, max(0, len(sources) - limits.coverage_rows), asked)


def _source(rows: list[Row], until: str | None) -> SourceCoverage:
    months = {row["month"]: row["articles"] for row in rows if is_month(row["month"])}
    articles = sum(row["articles"] for row in rows)
    first = rows[0]
    without = articles - sum(months.values())
    return SourceCoverage(
        first["source_id"], first["name"], first["province"], months, articles, without, tuple(gaps(months, until))
    )
