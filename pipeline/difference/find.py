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

from pipeline.audit.scope import By
from pipeline.difference.steps import Cell, Counts, Number, counts_of, steps
from pipeline.errors import WarehouseError
from pipeline.manifest import Manifest, read_from
from pipeline.warehouse.connect import first_line, reading

_COPIES = "give copies of data/published/thidua.duckdb that this version of the program built"
_RAW, _CORRECTED = "mentions", "corrected mentions"


@dataclass(frozen=True, slots=True)
class Change:
    """A count that changed; `by_cause` has the part of each of `CAUSES`."""

    cell: Cell
    old: Number
    new: Number
    by_cause: tuple[Number, ...]

    @property
    def left_over(self) -> Number:
        """What no cause accounts for."""
        return self.new - self.old - sum(self.by_cause)


@dataclass(frozen=True, slots=True)
class Difference:
    """The manifests of both snapshots, and the counts that changed, the largest changes of each kind first."""

    old: Manifest
    new: Manifest
    changes: tuple[Change, ...]


def difference(old: Path, new: Path, by: By | None = None) -> Difference:
    """Compare two files; raises `WarehouseError` for one that cannot be read, and where anything is left over."""
    (old_manifest, before), (new_manifest, after) = _told(old, by), _told(new, by)
    try:
        along = steps(old, new, by)
    except duckdb.Error as error:
        raise WarehouseError(new, f"cannot be compared ({first_line(error)})", _COPIES) from error
    changes = sorted(_changes(before, after, along), key=lambda change: (change.cell[0], -_size(change), change.cell))
    for change in changes:
        if change.left_over:
            why = f"{change.left_over:+,} of {' '.join(change.cell)} is put down to nothing"
            raise WarehouseError(new, why, "build both files anew with this version and compare them again")
    return Difference(old_manifest, new_manifest, tuple(changes))


def _told(path: Path, by: By | None) -> tuple[Manifest, Counts]:
    if not path.is_file():
        raise WarehouseError(path, "no such file", _COPIES)
    try:
        with reading(path) as con:
            return read_from(con), counts_of(con, by)
    except WarehouseError as error:
        raise WarehouseError(path, error.why, _COPIES) from error


def _changes(before: Counts, after: Counts, steps: list[Counts]) -> Iterator[Change]:
    """The counts that differ, or that causes moved to and fro; corrected ones where they are not the raw ones."""
    for cell in sorted({*before, *after}.union(*steps)):
        along = _along(cell, before, steps, after)
        raw = (cell[0], cell[1], _RAW)
        if len({*along}) == 1 or (cell[2] == _CORRECTED and along == _along(raw, before, steps, after)):
            continue
        parts = tuple(later - earlier for earlier, later in pairwise(along[1:-1]))
        yield Change(cell, along[0], along[-1], parts)


def _along(cell: Cell, before: Counts, steps: list[Counts], after: Counts) -> list[Number]:
    return [counts.get(cell, 0) for counts in (before, *steps, after)]


def _size(change: Change) -> float:
    return abs(float(change.new - change.old))
