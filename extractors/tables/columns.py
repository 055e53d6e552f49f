"""What the columns of a table mean, by their headings and by what stands under them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from corpus.tables import Meaning, WhoseUnit, load_tables
from extractors.reading import Reading
from extractors.tables.grid import Grid, is_number_or_none, is_numbering, key_of, text_of
from extractors.tables.honours import HonourReader
from extractors.text import phrase_key

MAX_ABOVE, LOOKED_AT, MAX_HEADING = 8, 40, 200
_EDGE = " .:*-()/"
_TERM = re.compile(r"nhiệm k[ìỳ]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `start` and `end` are the words of its lowest heading, `above` those of the headings over it."""

    number: int
    means: Meaning | None
    unit: WhoseUnit | None
    start: int
    end: int
    above: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table: its columns, and the rows that it fills, from `first` to `below` without it."""

    columns: tuple[Column, ...]
    first: int
    below: int

    def of(self, *meanings: Meaning) -> tuple[Column, ...]:
        """The columns that mean one of these."""
        return tuple(column for column in self.columns if column.means in meanings)

    def tells_terms(self, reading: Reading) -> bool:
        """Whether a column tells terms of office: then those listed held an office, and nobody honours them."""
        return any(_TERM.match(reading.key, column.start, column.end) for column in self.columns)


def heading_of(reading: Reading, grid: Grid, honours: HonourReader) -> Heading | None:
    """The heading: the first row in which two columns are known, honours included; `None` where there is none."""
    for row in range(min(MAX_ABOVE, len(grid.rows))):
        cells = grid.rows[row]
        known = [one for one in cells if meaning_of(key_of(reading, one)) or honours.first(one.start, one.end)]
        if len(known) < 2:
            continue
        below = _below(reading, grid, row)
        columns = [_column(reading, grid, number, row, below) for number in range(grid.columns)]
        seen = [_by_content(reading, grid, column, below) for column in columns if column]
        return Heading(tuple(seen), row, below)
    return None


def meaning_of(key: str) -> tuple[Meaning, WhoseUnit | None] | None:
    """What a heading means; `None` for one that is not known.

    >>> meaning_of("họ và tên"), meaning_of("số tập thể"), meaning_of("màu sắc")
    (('name', 'individual'), ('count', 'collective'), None)
    """
    return next((told for phrase, told in _phrases(key.strip(_EDGE)[:1]) if _begins_with(key, phrase)), None)


def _begins_with(key: str, phrase: str) -> bool:
    bare = " ".join(key[:MAX_HEADING].strip(_EDGE).split())
    return bare.startswith(phrase) and not bare[len(phrase) : len(phrase) + 1].isalnum()


@cache
def _phrases(letter: str) -> tuple[tuple[str, tuple[Meaning, WhoseUnit | None]], ...]:
    """The phrases of the register that begin with a letter, longest first."""
    listed = [(phrase_key(name), (row.means, row.unit)) for row in load_tables().columns for name in row.names]
    listed = [entry for entry in listed if entry[0].startswith(letter)]
    return tuple(sorted(listed, key=lambda entry: (-len(entry[0]), entry[0])))


def _below(reading: Reading, grid: Grid, first: int) -> int:
    """The row under the heading: merged cells reach down, further rows only name columns or number them."""
    reach = max((cell.row + cell.rows for cell in grid.rows[first] if cell.rows < len(grid.rows)), default=first + 1)
    reach = min(reach, first + 4, len(grid.rows))
    while reach < len(grid.rows):
        cells = grid.rows[reach]
        named = len(cells) > 1 and all(meaning_of(key_of(reading, cell)) for cell in cells)
        if not (named or is_numbering(reading, cells)) or reach > first + 4:
            break
        reach += 1
    return reach


def _column(reading: Reading, grid: Grid, number: int, first: int, below: int) -> Column | None:
    cells = list(dict.fromkeys(cell for row in range(first, below) if (cell := grid.covering(row, number))))
    cells = [cell for cell in cells if not text_of(reading, cell).strip(_EDGE).isdigit()]
    if not cells:
        return None
    lowest = cells[-1]
    means, unit = next((told for cell in reversed(cells) if (told := meaning_of(key_of(reading, cell)))), (None, None))
    above = tuple((cell.start, cell.end) for cell in cells[:-1])
    return Column(number, means, unit, lowest.start, lowest.end, above)


def _by_content(reading: Reading, grid: Grid, column: Column, below: int) -> Column:
    """A column headed by those counted or named counts them where it holds numbers, else it names them."""
    if column.means not in {"count", "name"}:
        return column
    texts = [
        text_of(reading, cell)
        for row in grid.rows[below : below + LOOKED_AT]
        for cell in row
        if cell.column == column.number
    ]
    numbers = sum(is_number_or_none(text) for text in texts)
    return replace(column, means="count" if numbers * 2 > len(texts) else "name") if texts else column
