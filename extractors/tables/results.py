"""Tables of results: each number with its honour, unit and years, and sums checked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from extractors.model import AwardLevel, AwardUnit, Cell
from extractors.numbers import MOST_COUNTED
from extractors.reading import Reading
from extractors.tables.captions import Caption, period_in
from extractors.tables.columns import Column, Heading
from extractors.tables.grid import Grid, is_numbering, key_of, number_in, text_of
from extractors.tables.honours import COMMENDED, HonourReader, Named
from extractors.tables.rows import label_of

MAX_SUMMED = 400


@dataclass(frozen=True, slots=True)
class Result:
    """A number of a table, in its cell; `total` tells that it sums up the rows above it."""

    cell: Cell
    honour: Named
    unit: AwardUnit
    count: int
    period: str | None
    level: AwardLevel | None
    total: bool = False


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A total that the numbers above it do not come to."""

    cell: Cell
    said: int
    found: int


@dataclass(slots=True)
class ResultReader:
    """Reads one table of results."""

    reading: Reading
    honours: HonourReader
    grid: Grid
    heading: Heading
    caption: Caption
    results: list[Result] = field(default_factory=list)
    wrong: list[WrongSum] = field(default_factory=list)
    _sums: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _kinds: defaultdict[int, dict[tuple[str, str | None], Named]] = field(default_factory=lambda: defaultdict(dict))

    def read(self) -> None:
        """Read every row under the heading."""
        counts = tuple(column for column in self.heading.columns if self._counts(column))
        for row in range(self.heading.below, len(self.grid.rows)):
            cells = self.grid.rows[row]
            if cells and not is_numbering(self.reading, cells):
                self._read_row(row, counts)

    def _counts(self, column: Column) -> bool:
        """Whether a column counts: by its heading, or as that of an honour."""
        return column.means == "count" or (column.means is None and self._honour_of_column(column) is not None)

    def _read_row(self, row: int, counts: tuple[Column, ...]) -> None:
        labels = self._labels(row, counts)
        total = any(label_of(key_of(self.reading, cell)) == "total" for cell in labels)
        honour = self._honour_of(labels)
        period = next((found for cell in labels if (found := self._year(cell))), None)
        told = total or honour or period or self._speaks_of_all(labels)
        for column in counts:
            cell = self.grid.covering(row, column.number)
            count = number_in(text_of(self.reading, cell))
            if not (cell and count and cell.row == row):
                continue
            if total:
                self._check_sum(cell, column, count)
            else:
                self._sums[column.number].append(count)
            if told:
                self._put(cell, column, count, honour, period, total=total)

    def _labels(self, row: int, counts: tuple[Column, ...]) -> list[Cell]:
        """The cells of a row that are no counts and no ordinals, those that reach into it included."""
        others = {column.number for column in (*counts, *self.heading.of("ordinal", "note"))}
        places = (self.grid.covering(row, number) for number in range(self.grid.columns) if number not in others)
        labels = list(dict.fromkeys(cell for cell in places if cell))
        first = self.grid.covering(row, 0)
        if first and first not in labels and label_of(key_of(self.reading, first)) == "total":
            labels.append(first)
        return labels

    def _honour_of(self, labels: list[Cell]) -> Named | None:
        return next((found for cell in labels if (found := self.honours.first(cell.start, cell.end))), None)

    def _year(self, cell: Cell) -> str | None:
        return period_in(key_of(self.reading, cell))

    def _speaks_of_all(self, labels: list[Cell]) -> bool:
        """Whether the one row of a table is that of the whole."""
        return not labels and len(self.grid.rows) - self.heading.below == 1

    def _put(
        self, cell: Cell, column: Column, count: int, honour: Named | None, period: str | None, *, total: bool
    ) -> None:
        told = honour or self._honour_of_column(column) or self.caption.honour
        if told is None:
            return
        if total:
            told = self._summed(cell, column, told)
        else:
            self._kinds[column.number][told.kind] = told
        period = period or period_in(self.reading.key[column.start : column.end]) or self.caption.period
        level = told.level or (self.caption.honour.level if self.caption.honour else None)
        self.results.append(Result(cell, told, _unit(column, told), count, period, level, total))

    def _honour_of_column(self, column: Column) -> Named | None:
        places = ((column.start, column.end), *reversed(column.above))
        return next((found for place in places if (found := self.honours.first(*place))), None)

    def _summed(self, cell: Cell, column: Column, told: Named) -> Named:
        """The honour of a total: that of what it sums up, where it is one."""
        kinds = self._kinds[column.number]
        if len(kinds) == 1:
            return next(iter(kinds.values()))
        return Named(cell.start, cell.end, COMMENDED, level=told.level) if kinds else told

    def _check_sum(self, cell: Cell, column: Column, said: int) -> None:
        parts = self._sums[column.number]
        if 1 < len(parts) <= MAX_SUMMED and said != sum(parts) <= MOST_COUNTED:
            self.wrong.append(WrongSum(cell, said, sum(parts)))


def _unit(column: Column, honour: Named) -> AwardUnit:
    """Whom a number counts: as the column says, else what a number of these honours counts."""
    return column.unit or honour.unit or "item"
