"""Tables that go on: a table at the head of a page with the columns of the one before it is its continuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.documents.parts import Grid, GridCell
from extractors.documents.pdf.sheet import PlacedGrid

_NEAR = 4.0
_MOST_HEADER_ROWS = 4
_LAST_CELLS = 400


def goes_on_with(table: PlacedGrid, following: PlacedGrid) -> bool:
    """Whether two tables have the same columns, or the same header over columns of other widths."""
    if len(table.edges) != len(following.edges):
        return False
    width, other = table.edges[-1] - table.edges[0], following.edges[-1] - following.edges[0]
    same = all(
        abs((a - table.edges[0]) - (b - following.edges[0])) <= _NEAR
        for a, b in zip(table.edges, following.edges, strict=True)
    )
    return (same and abs(width - other) <= _NEAR) or _repeated_rows(table.grid, following.grid) > 0


def put_together(table: PlacedGrid, following: PlacedGrid) -> PlacedGrid:
    """One table of two, the repeated header left out and a row that was cut by the page's end made whole."""
    skipped = _repeated_rows(table.grid, following.grid)
    cells = [cell for cell in following.grid.cells if cell.row >= skipped]
    rows = max(cell.row + cell.rows for cell in table.grid.cells[-_LAST_CELLS:])
    kept = list(table.grid.cells)
    first = [cell for cell in cells if cell.row == skipped]
    if _is_rest(kept, first):
        kept = _mended(kept, first)
        cells = [cell for cell in cells if cell.row > skipped]
        skipped += 1
    moved = [replace(cell, row=cell.row - skipped + rows) for cell in cells]
    return replace(following, grid=Grid((*kept, *moved)))


def _repeated_rows(grid: Grid, following: Grid) -> int:
    """How many rows at the head of a table say what the other one begins with."""
    first, second = _rows(grid), _rows(following)
    count = 0
    for a, b in zip(first[:_MOST_HEADER_ROWS], second, strict=False):
        if a != b or not any(text for _, text in a):
            break
        count += 1
    return count if count < len(first) or count < len(second) else 0


def _rows(grid: Grid) -> list[list[tuple[int, str]]]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in grid.cells:
        if cell.row > _MOST_HEADER_ROWS:
            break
        rows.setdefault(cell.row, []).append((cell.column, cell.text))
    return [rows[row] for row in sorted(rows)]


def _is_rest(kept: Sequence[GridCell], first: Sequence[GridCell]) -> bool:
    """Whether a row without its number is the rest of the row above, in a table whose rows have one."""
    lead = next((cell for cell in first if cell.column == 0), None)
    if lead is None or lead.text or lead.columns > 1:
        return False
    last = [cell for cell in kept if cell.row == kept[-1].row]
    numbered = any(cell.column == 0 and cell.text[:1].isdigit() for cell in last)
    told = {cell.column for cell in first if cell.text}
    goes_on = all(cell.text[:1].islower() or not cell.text[:1].isalpha() for cell in first if cell.text)
    return numbered and bool(told) and told <= {cell.column for cell in last if cell.text} and goes_on


def _mended(kept: list[GridCell], rest: Sequence[GridCell]) -> list[GridCell]:
    more = {cell.column: cell.pieces for cell in rest}
    row = kept[-1].row
    return [replace(c, pieces=c.pieces + more.get(c.column, ())) if c.row == row else c for c in kept]
