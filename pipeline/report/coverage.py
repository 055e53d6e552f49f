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
    """The articles of one source: by month, in all, and without a month."""

    source_id: str
    name: str
    province: str | None
    months: dict[str, int]
    articles: int
    without_month: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """Months between its first and its last in which nothing was looked at."""
        return sum(gap.months for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sources with the most articles, and how many are left out."""

    sources: tuple[SourceCoverage, ...]
    left_out: int
    asked: Asked


def coverage(con: duckdb.DuckDBPyConnection, limits: Limits) -> Coverage:
    """Gather the coverage."""
    asked = ask(con, "coverage")
    sources = [_source(list(rows)) for _, rows in groupby(asked.rows, lambda row: row["source_id"])]
    sources.sort(key=lambda source: (-source.articles, source.name, source.source_id))
    return Coverage(tuple(sources[: limits.coverage_rows]), max(0, len(sources) - limits.coverage_rows), asked)


def _source(rows: list[Row]) -> SourceCoverage:
    months = {row["month"]: row["articles"] for row in rows if is_month(row["month"])}
    articles = sum(row["articles"] for row in rows)
    first = rows[0]
    without = articles - sum(months.values())
    return SourceCoverage(
        first["source_id"], first["name"], first["province"], months, articles, without, tuple(gaps(months))
    )
