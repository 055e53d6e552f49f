"""Lists of those honoured: each entry with its honour, counted by honour and unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.model import AwardUnit, Cell
from extractors.reading import Reading
from extractors.tables.captions import Caption
from extractors.tables.columns import Column, Heading
from extractors.tables.grid import Grid, key_of
from extractors.tables.honours import HonourReader, Named
from extractors.tables.rows import count_in, kind_of_row, label_of, name_in, unit_of_name, words_of_row

_UNITS: dict[str, AwardUnit] = {
    "collective": "collective", "individual": "individual", "household": "household", "both": "both",
}  # fmt: skip


_WORDS: tuple[tuple[str, AwardUnit], ...] = (("tập thể", "collective"), ("cá nhân", "individual"))


@dataclass(slots=True)
class Listed:
    """The entries of one honour and unit; `honour` is `None` where the table does not name it.

    `start` and `end` are the words that name the honour, else the first entry.
    """

    honour: Named | None
    unit: AwardUnit
    start: int
    end: int
    proposed: bool
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Promised:
    """A number that a group row gives for the entries under it, and how many there are."""

    start: int
    end: int
    said: int
    found: int


@dataclass(slots=True)
class ListReader:
    """Reads one list from row to row; `told` is the unit that the group says, `honour` that of the group."""

    reading: Reading
    honours: HonourReader
    grid: Grid
    heading: Heading
    caption: Caption
    told: AwardUnit | None = None
    honour: Named | None = None
    listed: dict[tuple[str, str | None, str], Listed] = field(default_factory=dict)
    promised: list[Promised] = field(default_factory=list)
    entry_rows: list[int] = field(default_factory=list)
    _promise: tuple[int, int, int] | None = None
    _since: int = 0
    _entries: int = 0
    _last: tuple[Named, ...] = ()

    def read(self) -> None:
        """Read every row under the heading; the line above a table may name its first group."""
        for start, end in self.caption.lines[:1]:
            self.told = _UNITS.get(label_of(self.reading.key[start:end]) or "")
        names = self.heading.of("name")
        for row in range(self.heading.below, len(self.grid.rows)):
            words = words_of_row(self.reading, self.grid, self.heading, row)
            kind = kind_of_row(self.reading, self.heading, words, names)
            if kind == "group":
                self._open_group(words.cells)
            elif kind == "entry":
                self.entry_rows.append(row)
                self._take(row, names)
        self._keep_promise()

    def _open_group(self, cells: tuple[Cell, ...]) -> None:
        """A row that names the honour, or the unit, of the rows under it."""
        start, end = cells[0].start, cells[-1].end
        key = self.reading.key[start:end]
        honour, label = self.honours.first(start, end), label_of(key)
        unit = _UNITS.get(label or "") or self._unit_said(key)
        if honour:
            self.honour, self.told, self._last = honour, unit, ()
        elif unit:
            self.told = unit
        if honour or unit:
            self._keep_promise()
            count = count_in(key)
            self._promise = (start, end, count) if count else None

    @staticmethod
    def _unit_said(key: str) -> AwardUnit | None:
        told = [unit for word, unit in _WORDS if word in key]
        return told[0] if len(told) == 1 else None

    def _keep_promise(self) -> None:
        if self._promise:
            start, end, said = self._promise
            self.promised.append(Promised(start, end, said, self._entries - self._since))
        self._promise, self._since = None, self._entries

    def _take(self, row: int, names: tuple[Column, ...]) -> None:
        """Count the entry under each honour that it has."""
        self._entries += 1
        honours = self._honours(row)
        for column in names:
            cell = self.grid.covering(row, column.number)
            if cell is None or (cell.columns > 1 and cell.column != column.number):
                continue
            unit = unit_of_name(self.reading, cell, self.told or column.unit)
            for honour in honours or (None,):
                self._put(honour, unit, cell)

    def _put(self, honour: Named | None, unit: AwardUnit, cell: Cell) -> None:
        key = (*(honour.kind if honour else ("", None)), unit)
        if key not in self.listed:
            start, end = (honour.start, honour.end) if honour else (cell.start, cell.end)
            self.listed[key] = Listed(honour, unit, start, end, self.caption.proposed)
        self.listed[key].names.append(name_in(self.reading, cell, unit))

    def _honours(self, row: int) -> tuple[Named, ...]:
        """The honours of a row: its own cell's or the one's above, the group's, the caption's."""
        for column in self.heading.of("honour"):
            cell = self.grid.covering(row, column.number)
            if cell and label_of(key_of(self.reading, cell)) != "ditto":
                self._last = self.honours.named(cell.start, cell.end) or self._last
            if self._last:
                return self._last
        honour = self.honour or self.caption.honour
        return (honour,) if honour else ()
