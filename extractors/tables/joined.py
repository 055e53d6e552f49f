"""A list cut into several tables is one: where the columns agree and the numbers, or the heading, go on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Block, Cell, Table
from extractors.reading import Reading
from extractors.tables.columns import Heading, heading_of, meaning_of
from extractors.tables.grid import Grid, grid_of, key_of, text_of
from extractors.tables.honours import HonourReader
from extractors.tables.rows import is_body, is_person, label_of

MAX_BETWEEN, MAX_LINE = 2, 120
_ORDINAL = re.compile(r"\d{1,6}[.)]?")
_GOES_ON = re.compile(r"[\s(*-]*(?:tiếp theo|tiếp\b|trang \d|\d{1,4}[\s)*-]*$)")
_GROUPS = frozenset(("collective", "individual", "household"))


@dataclass(slots=True)
class _List:
    """A list while its tables are put together; `last` is the number of its last entry, 0 where none is numbered."""

    grid: Grid
    heading: Heading
    end: int
    last: int
    cells: list[Cell]
    row: int

    def add(self, lines: Sequence[Block], grid: Grid, below: int) -> None:
        """Put rows under those that it has: lines as rows of one cell, then those of a table without its heading."""
        for block in lines:
            self.cells.append(Cell(block.start, block.end, self.row, 0, 1, self.grid.columns))
            self.row += 1
        for row in grid.rows[below:]:
            self.cells += [replace(cell, row=self.row) for cell in row]
            self.row += 1
        self.end = self.cells[-1].start


def joined_tables(reading: Reading, honours: HonourReader) -> list[Table]:
    """The tables of an article, those that go on with the list before put together with it.

    A line between that names a group ("II. Cá nhân") becomes a row of the list.
    """
    made: list[Table | _List] = []
    for table in reading.article.tables:
        last = made[-1] if made else None
        grid = grid_of(table)
        heading = heading_of(reading, grid, honours)
        if isinstance(last, _List) and _take(reading, last, table, grid, heading):
            continue
        is_list = heading is not None and heading.of("name") != ()
        made.append(_begun(reading, table, grid, heading) if heading and is_list else table)
    return [Table(tuple(one.cells)) if isinstance(one, _List) else one for one in made]


def _begun(reading: Reading, table: Table, grid: Grid, heading: Heading) -> _List:
    last = _last(reading, grid, heading)
    return _List(grid, heading, table.cells[-1].start, last, list(table.cells), len(grid.rows))


def _take(reading: Reading, listed: _List, table: Table, grid: Grid, heading: Heading | None) -> bool:
    """Put a table to a list where it goes on with it; whether it does."""
    between = _between(reading, listed.end, table.cells[0].start) if table.cells else None
    if between is None or grid.columns != listed.grid.columns:
        return False
    below = heading.below if heading else 0
    first = next(_ordinals(reading, grid.rows[below:], listed.heading), 0)
    numbered, again = first == listed.last + 1 and first > 1, first == 1
    if heading is None:
        fits = numbered or (again and between != ()) or (first == listed.last == 0 and _names(reading, listed, grid))
    else:
        fits = (numbered or again) and _told(reading, listed.grid, listed.heading) == _told(reading, grid, heading)
    if fits:
        listed.add(between, grid, below)
        listed.last = _last(reading, grid, listed.heading) or listed.last
    return fits


def _between(reading: Reading, end: int, start: int) -> tuple[Block, ...] | None:
    """The lines between two cells that name groups; `None` where other text stands there."""
    blocks = reading.article.blocks
    first, after = bisect_right(blocks, end, key=_begin), bisect_left(blocks, start, key=_end)
    groups: list[Block] = []
    if after - first > MAX_BETWEEN:
        return None
    for block in blocks[first:after]:
        key = reading.key[block.start : min(block.end, block.start + MAX_LINE)]
        if block.end - block.start <= MAX_LINE and label_of(key) in _GROUPS:
            groups.append(block)
        elif not _GOES_ON.match(key):
            return None
    return tuple(groups)


def _begin(block: Block) -> int:
    return block.start


def _end(block: Block) -> int:
    return block.end


def _told(reading: Reading, grid: Grid, heading: Heading) -> list[tuple[int, str]]:
    """The headings that are known, with their columns."""
    rows = grid.rows[heading.first : heading.below]
    return [(cell.column, key_of(reading, cell)) for row in rows for cell in row if meaning_of(key_of(reading, cell))]


def _names(reading: Reading, listed: _List, grid: Grid) -> bool:
    """Whether the first row of a table names somebody where a list without numbers does."""
    names = {column.number for column in listed.heading.of("name")}
    cells = [cell for row in grid.rows[:1] for cell in row if cell.column in names]
    return any(is_person(text_of(reading, cell)) or is_body(key_of(reading, cell)) for cell in cells)


def _ordinals(reading: Reading, rows: Iterable[Sequence[Cell]], heading: Heading) -> Iterator[int]:
    columns = {column.number for column in heading.of("ordinal")}
    for row in rows:
        text = next((text_of(reading, cell).strip() for cell in row if cell.column in columns), "")
        if _ORDINAL.fullmatch(text):
            yield int(text.rstrip(".)"))


def _last(reading: Reading, grid: Grid, heading: Heading) -> int:
    """The number of the last entry, 0 where none is numbered."""
    return next(_ordinals(reading, reversed(grid.rows), heading), 0)
