"""A table as rows and columns: which cell stands where, merged cells in every place that they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.model import Cell, Table
from extractors.reading import Reading

MAX_COLUMNS, MAX_COVERED = 64, 500_000
_FIGURES = re.compile(r"\d{1,3}(?:[. ]\d{3}){1,2}|\d{1,9}")
_OF_COLUMN = re.compile(r"\d{1,3}")
_NOTHING = re.compile(r"[-.\s0x/]*")


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table; `rows[r]` are those that begin in row `r`, `covering` finds those that reach into it."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    _merged: dict[tuple[int, int], Cell]
    _plain: dict[tuple[int, int], Cell]

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell that stands at a place or reaches over it; `None` for an empty place."""
        return self._plain.get((row, column)) or self._merged.get((row, column))


def grid_of(table: Table) -> Grid:
    """The table by rows and columns; cells that claim to cover half a million places and more cover no more."""
    last = max((cell.row for cell in table.cells), default=-1)
    rows: list[list[Cell]] = [[] for _ in range(last + 1)]
    merged: dict[tuple[int, int], Cell] = {}
    plain: dict[tuple[int, int], Cell] = {}
    left = MAX_COVERED
    for cell in table.cells:
        if cell.column >= MAX_COLUMNS:
            continue
        rows[cell.row].append(cell)
        plain[cell.row, cell.column] = cell
        if (cell.rows > 1 or cell.columns > 1) and left > 0:
            left -= min(cell.rows, last + 1) * min(cell.columns, MAX_COLUMNS)
            for row in range(cell.row, min(cell.row + cell.rows, last + 1)):
                for column in range(cell.column, min(cell.column + cell.columns, MAX_COLUMNS)):
                    merged[row, column] = cell
    columns = max((min(cell.column + cell.columns, MAX_COLUMNS) for cell in table.cells), default=0)
    return Grid(tuple(tuple(row) for row in rows), columns, merged, plain)


def text_of(reading: Reading, cell: Cell | None) -> str:
    """What a cell says."""
    return reading.text[cell.start : cell.end] if cell else ""


def key_of(reading: Reading, cell: Cell | None) -> str:
    """What a cell says as rules match it."""
    return " ".join(reading.key[cell.start : cell.end].split()) if cell else ""


def number_in(text: str) -> int | None:
    """A cell's whole number; `None` for a cell that holds none.

    >>> number_in("1.104"), number_in("03"), number_in("-"), number_in("12 tỷ"), number_in("")
    (1104, 3, None, None, None)
    """
    text = text.strip()
    return int(re.sub(r"\D", "", text)) if _FIGURES.fullmatch(text) else None


def is_number_or_none(text: str) -> bool:
    """Whether a cell holds a number or a sign for none.

    >>> is_number_or_none("-"), is_number_or_none("12"), is_number_or_none("Lê Văn Bền")
    (True, True, False)
    """
    return number_in(text) is not None or _NOTHING.fullmatch(text.strip()) is not None


def is_numbering(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3), or A, B, 1, 2."""
    texts = [text_of(reading, cell).strip(" ()") for cell in cells]
    numbers = [int(text) for text in texts if _OF_COLUMN.fullmatch(text)]
    plain = all(_OF_COLUMN.fullmatch(text) or (len(text) == 1 and text.isalpha()) for text in texts)
    return plain and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
