"""Compares two published snapshots: each count that changed, taken apart by what changed it.

The causes work one after the other on the old snapshot until it is the new one, and every count is read after each from
the view that defines it. So what the causes changed adds up, for counts that cannot be added up too (stories, award
totals), and the end of the row is the new count: `Change.left_over` says by how much it is not, and is 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb

from pipeline.errors import WarehouseError
from pipeline.manifest import Manifest, read_from
from pipeline.warehouse.connect import first_line, quoted, reading
from pipeline.warehouse.scripts import script

CAUSES = ("removed", "changed", "new", "register", "rules", "register_and_rules", "reviews")
"""In the order in which they work: articles that are gone, changed under their address, and new; pages read with other
registers, by other code, or both; what reviewers decided about candidates."""
_OF_ARTICLES = ("removed", "changed", "new")
_TO_COUNT = ("views/counted", "load/all_recounted")
_COUNTS = ("campaign_articles", "award_reports", "official_appearances", "source_coverage")
_VIEWS = ("views/awards", "views/officials")
_PACKAGE = "pipeline.difference"

Cell = tuple[str, str, str]
"""What is counted, which of it, and by what measure: campaign reports, nong-thon-moi, articles."""
Counts = dict[Cell, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A count that changed; `by_cause` has the part of each of `CAUSES`."""

    cell: Cell
    old: int
    new: int
    by_cause: tuple[int, ...]

    @property
    def left_over(self) -> int:
        """What no cause accounts for."""
        return self.new - self.old - sum(self.by_cause)


@dataclass(frozen=True, slots=True)
class Difference:
    """The manifests of both snapshots, and the counts that changed, the largest changes of each kind first."""

    old: Manifest
    new: Manifest
    changes: tuple[Change, ...]


def difference(old: Path, new: Path) -> Difference:
    """Compare two files; raises `WarehouseError` for one that cannot be read, and where anything is left over."""
    (old_manifest, before), (new_manifest, after) = _told(old), _told(new)
    try:
        steps = _steps(old, new)
    except duckdb.Error as error:
        raise WarehouseError(new, f"cannot be compared ({first_line(error)})", "build both files anew") from error
    changes = sorted(_changes(before, after, steps), key=lambda change: (change.cell[0], -_size(change), change.cell))
    for change in changes:
        if change.left_over:
            why = f"{change.left_over:+,} of {' '.join(change.cell)} is put down to nothing"
            raise WarehouseError(new, why, "build both files anew with this version and compare them again")
    return Difference(old_manifest, new_manifest, tuple(changes))


def _told(path: Path) -> tuple[Manifest, Counts]:
    with reading(path) as con:
        return read_from(con), _counts(con)


def _steps(old: Path, new: Path) -> list[Counts]:
    """The counts of the old snapshot, and after each cause; stories are grouped anew with the last of articles."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH {quoted(str(old))} AS old (READ_ONLY); ATTACH {quoted(str(new))} AS new (READ_ONLY)")
        con.execute(script("macros"))
        for name in ("causes", "step"):
            con.execute(script(name, _PACKAGE))
        for name in _TO_COUNT:
            con.execute(script(name))
        for name in _COUNTS:
            con.execute(f"CREATE TEMP VIEW {name} AS {script(f'counts/{name}')}")
        for name in _VIEWS:
            con.execute(script(name))
        working = {cause for (cause,) in con.execute("FROM working").fetchall()}
        regrouping = next((cause for cause in reversed(_OF_ARTICLES) if cause in working), "rules")
        counts = [_after(con, (), regrouping)]
        for number, cause in enumerate(CAUSES, 1):
            counts.append(_after(con, CAUSES[:number], regrouping) if cause in working else counts[-1])
        return counts


def _after(con: duckdb.DuckDBPyConnection, worked: tuple[str, ...], regrouping: str) -> Counts:
    con.execute("DELETE FROM worked")
    for cause in worked:
        con.execute("INSERT INTO worked VALUES (?)", [cause])
    con.execute("UPDATE situation SET regrouped = ?, decided = ?", [regrouping in worked, "reviews" in worked])
    con.execute("CREATE OR REPLACE TABLE present AS FROM forms")
    return _counts(con)


def _counts(con: duckdb.DuckDBPyConnection) -> Counts:
    rows = con.execute(script("counts", _PACKAGE)).fetchall()
    return {(what, cell, measure): count for what, cell, measure, count in rows}


def _changes(before: Counts, after: Counts, steps: list[Counts]) -> Iterator[Change]:
    """The counts that differ, or that causes moved to and fro."""
    for cell in sorted({*before, *after}.union(*steps)):
        along = [counts.get(cell, 0) for counts in steps]
        if len({*along, before.get(cell, 0), after.get(cell, 0)}) > 1:
            parts = tuple(later - earlier for earlier, later in pairwise(along))
            yield Change(cell, before.get(cell, 0), after.get(cell, 0), parts)


def _size(change: Change) -> int:
    return abs(change.new - change.old)
