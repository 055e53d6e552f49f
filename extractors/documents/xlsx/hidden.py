"""Rows and columns of a sheet that its author hid, and how those that are shown follow each other without them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import Any


@dataclass(frozen=True, slots=True)
class Axis:
    """Rows or columns counted from 1; `hidden` are those that are not shown, in order."""

    hidden: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """The number of a row or column among those shown; of a hidden one that of the next.

        >>> Axis((2, 3)).place(1), Axis((2, 3)).place(2), Axis((2, 3)).place(4)
        (1, 2, 2)
        """
        return at - bisect_left(self.hidden, at)

    def shown(self, at: int, count: int) -> int:
        """How many of `count` from one on are shown.

        >>> Axis((2, 3)).shown(1, 4), Axis((2, 3)).shown(2, 2)
        (2, 0)
        """
        return self.place(at + count) - self.place(at)


def axes_of(sheet: Any) -> tuple[Axis, Axis]:
    """The rows and the columns of a sheet."""
    rows = sorted(at for at, row in sheet.row_dimensions.items() if row.hidden and at <= sheet.max_row)
    wide = ((c.min, min(c.max, sheet.max_column)) for c in sheet.column_dimensions.values() if c.hidden and c.min)
    columns = sorted(set(chain.from_iterable(range(first, last + 1) for first, last in wide)))
    return Axis(tuple(rows)), Axis(tuple(columns))
