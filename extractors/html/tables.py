"""Tables of a page: which are of data rather than of layout, and the rows and columns that their cells cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from extractors.text import clean

_LEAST_ROWS, _LEAST_COLUMNS = 3, 2
_LONGEST_CELL_CHARS, _USUAL_CELL_CHARS = 1_000, 120
_MOST_CELLS, _MOST_COLUMNS, _MOST_DIGITS = 20_000, 64, 6
_BREAKING = frozenset(("br", "p", "div", "li", "tr"))


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell that holds something: its words without space, its place, and the rows and columns that it covers."""

    told: str
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table of data by its rows."""

    rows: tuple[tuple[MarkedCell, ...], ...]


def data_tables(root: HtmlElement) -> tuple[MarkedTable, ...]:
    """The tables of a page that hold data, in order; one that only places other things on the page is none."""
    innermost = (table for table in root.iter("table") if next(table.iterdescendants("table"), None) is None)
    kept: list[MarkedTable] = []
    for table in map(_marked, innermost):
        if _holds_data(table) or (kept and _goes_on(kept[-1], table)):
            kept.append(table)
    return tuple(kept)


def squeezed_cell(words: str) -> str:
    """The words of a cell without space, as they are compared.

    >>> squeezed_cell("Lò  Văn\\u00a0Mẫu")
    'LòVănMẫu'
    """
    return "".join(clean(words).text.split())


def _marked(table: HtmlElement) -> MarkedTable:
    rows = list(table.iter("tr"))
    reached: dict[int, int] = {}
    made: list[tuple[MarkedCell, ...]] = []
    left = _MOST_CELLS
    for number, row in enumerate(rows):
        cells = tuple(_cells(row, number, len(rows), reached))
        left -= len(cells)
        if left < 0:
            break
        made.append(tuple(cell for cell in cells if cell.told))
    return MarkedTable(tuple(made))


def _cells(row: HtmlElement, number: int, rows: int, reached: dict[int, int]) -> Iterator[MarkedCell]:
    """The cells of a row; `reached` says down to which row each column is covered, and learns it."""
    column = 0
    for element in row.iterchildren("td", "th"):
        while reached.get(column, 0) > number:
            column += 1
        if column >= _MOST_COLUMNS:
            return
        wide, tall = _spanned(element, "colspan", _MOST_COLUMNS), _spanned(element, "rowspan", rows - number)
        yield MarkedCell(squeezed_cell(_words(element)), number, column, tall, wide)
        reached.update(dict.fromkeys(range(column, column + wide), number + tall))
        column += wide


def _spanned(element: HtmlElement, name: str, most: int) -> int:
    told = (element.get(name) or "").strip()
    return max(1, min(int(told), most)) if told.isdecimal() and len(told) <= _MOST_DIGITS else 1


def _words(element: HtmlElement) -> str:
    parts: list[str] = []
    for part in element.iter():
        parts += [" " if part.tag in _BREAKING else "", part.text or "" if isinstance(part.tag, str) else ""]
        parts.append(part.tail or "" if part is not element else "")
    return "".join(parts)


def _goes_on(last: MarkedTable, table: MarkedTable) -> bool:
    """Whether a table of a row or two has as many columns as the one before, and a number in the first."""
    wide = [max((cell.column + cell.columns for row in one.rows for cell in row), default=0) for one in (last, table)]
    begins = next((row[0].told for row in table.rows if len(row) >= _LEAST_COLUMNS), "")
    return wide[0] == wide[1] and begins.rstrip(".").isdigit()


def _holds_data(table: MarkedTable) -> bool:
    sizes = sorted(len(cell.told) for row in table.rows for cell in row)
    full: Sequence[object] = [row for row in table.rows if len(row) >= _LEAST_COLUMNS]
    if len(full) < _LEAST_ROWS:
        return False
    return sizes[-1] <= _LONGEST_CELL_CHARS and sizes[len(sizes) // 2] <= _USUAL_CELL_CHARS
