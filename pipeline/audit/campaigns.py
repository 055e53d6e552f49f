"""How often each campaign was reported: mentions, articles and stories, beside what was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.audit.scope import By, Scope
from pipeline.errors import ThiduaError
from pipeline.tabular import Answer
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script

REVIEW_COLUMNS = frozenset({"reviewed", "precision", "low", "high", "corrected_mentions"})


class UnknownNameError(ThiduaError):
    """A campaign or province that the warehouse does not know."""


@dataclass(frozen=True, slots=True)
class Audit:
    """The counts and, in one line, what they rest on."""

    answer: Answer
    coverage: str

    @property
    def shown(self) -> Answer:
        """The answer for eyes: what review says is left out where nothing was reviewed."""
        rows = list(self.answer.rows)
        kept = [
            at
            for at, column in enumerate(self.answer.columns)
            if column not in REVIEW_COLUMNS or any(row[at] for row in rows)
        ]
        return Answer(tuple(self.answer.columns[at] for at in kept), [[row[at] for at in kept] for row in rows])


def audit_campaigns(path: Path, scope: Scope) -> Audit:
    """Count the reports of campaigns; raises `UnknownNameError`, and `WarehouseError` where nothing is published."""
    with reading(path) as con:
        province = scope.province and the_one(con, "province", scope.province)
        asked = {
            "by": scope.by.value if scope.by else "none",
            "campaign": scope.campaign and the_one(con, "campaign", scope.campaign),
            "province": province,
            "since": scope.since,
        }
        result = con.execute(_query("campaigns"), asked)
        columns = tuple(str(column[0]) for column in result.description or ())
        return Audit(_named_cells(columns, result.fetchall(), scope.by), _coverage(con, province))


def the_one(con: duckdb.DuckDBPyConnection, what: str, wanted: str) -> str:
    """The `campaign` (its id) or `province` (its name) that is meant; raises `UnknownNameError` with the nearest."""
    found = con.execute(_query(f"{what}_named"), {"wanted": wanted}).fetchall()
    if not found:
        near = ", ".join(str(name) for (name,) in con.execute(_query(f"{what}s_like"), {"wanted": wanted}).fetchall())
        raise UnknownNameError(f"{what} {wanted!r}", "no such name in the warehouse", f"did you mean one of: {near}?")
    return str(found[0][0])


def _named_cells(columns: tuple[str, ...], rows: list[tuple[Any, ...]], by: By | None) -> Answer:
    """The column `cell` under the name of the cut; without a cut it goes."""
    at = columns.index("cell")
    if by is None:
        return Answer(columns[:at] + columns[at + 1 :], [row[:at] + row[at + 1 :] for row in rows])
    return Answer((*columns[:at], by.value, *columns[at + 1 :]), rows)


def _coverage(con: duckdb.DuckDBPyConnection, province: str | None) -> str:
    row: Any = con.execute(_query("coverage"), {"province": province}).fetchone()
    articles, undated, sources, first, last, quarantined, unsure, least, content, built = row
    days = f"{first} to {last}" if first else "no day known"
    left_out = f"{unsure:,} scans left out (recognised below {least}); " if unsure else ""
    return (
        f"looked at: {articles:,} articles of {sources:,} sources, {days} ({undated:,} undated); "
        f"{left_out}{quarantined:,} pages in quarantine; snapshot {content[:12]} of {built} UTC"
    )


def _query(name: str) -> str:
    return script(f"queries/{name}", "pipeline.audit")
