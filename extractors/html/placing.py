"""Where the cells of a page's tables stand in the text of its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.html.tables import MarkedCell, MarkedTable, squeezed_cell
from extractors.model import Block, Cell, Table
from extractors.plain.lines import Line
from extractors.text import clean

_BETWEEN = " |"
_LEAST_ROWS = 2


def with_tables(
    tables: Sequence[MarkedTable], lines: Sequence[Line], text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """The blocks with the role `row` where they are rows of a table of data, and those tables.

    `lines[i]` is what stands in `blocks[i]`. Rows that are not in the article are not in its tables.
    """
    roles = list(blocks)
    told = {at: tuple(map(squeezed_cell, line.cells)) for at, line in enumerate(lines) if line.cells}
    made: list[Table] = []
    following = 0
    for table in tables if told else ():
        found = _found(table, {at: cells for at, cells in told.items() if at >= following})
        placed = {at: cells for at, row in found.items() if (cells := _cells(row, lines[at].cells, text, blocks[at]))}
        if len(placed) < _LEAST_ROWS:
            continue
        following = max(placed) + 1
        for at in placed:
            roles[at] = replace(roles[at], role="row")
        made.append(Table(tuple(cell for row in placed.values() for cell in row)))
    return tuple(roles), tuple(made)


def _found(table: MarkedTable, told: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[MarkedCell, ...]]:
    """The rows of a table by the numbers of their blocks; they are looked for in their order."""
    rows = [(tuple(cell.told for cell in row), row) for row in table.rows if row]
    known = {key for key, _ in rows}
    coming = iter(rows)
    found: dict[int, tuple[MarkedCell, ...]] = {}
    for at, cells in told.items():
        if cells in known:
            row = next((row for key, row in coming if key == cells), None)
            if row is None:
                break
            found[at] = row
    return found


def _cells(row: Sequence[MarkedCell], words: Sequence[str], text: str, block: Block) -> tuple[Cell, ...]:
    """The cells of a row with their places in its block; none where the block says something else."""
    made: list[Cell] = []
    at = block.start
    for cell, said in zip(row, words, strict=True):
        one = " ".join(clean(said).text.split())
        while at < block.end and text[at] in _BETWEEN:
            at += 1
        if not text.startswith(one, at, block.end):
            return ()
        made.append(Cell(at, at + len(one), cell.row, cell.column, cell.rows, cell.columns))
        at += len(one)
    return tuple(made)
