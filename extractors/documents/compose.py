"""The parts of a document to the text of an article: blocks, tables and places on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from extractors.documents.parts import Grid, GridCell, Paragraph, Parts, Piece
from extractors.model import Block, Cell, Recoded, Region, Removed, Table
from extractors.text import clean

BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Composed:
    """What the parts of a document come to."""

    text: str
    blocks: tuple[Block, ...]
    regions: tuple[Region, ...]
    tables: tuple[Table, ...]
    removed: tuple[Removed, ...]
    recoded: tuple[Recoded, ...]


def composed(parts: Parts) -> Composed:
    """Lay the parts down one after the other; each paragraph and each row of a table is a block."""
    sheet = _Sheet()
    for part in parts.parts:
        if isinstance(part, Grid):
            sheet.put_table(part)
        else:
            sheet.put_paragraph(part)
    return Composed(
        "".join(sheet.text),
        tuple(sheet.blocks),
        tuple(_merged(sheet.regions)),
        tuple(sheet.tables),
        parts.removed,
        tuple(sheet.recoded),
    )


@dataclass(slots=True)
class _Sheet:
    """The article while it is written."""

    text: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    recoded: list[Recoded] = field(default_factory=list)

    def put_paragraph(self, paragraph: Paragraph) -> None:
        if words := _cleaned(paragraph.pieces):
            start = self._open_block()
            self._write(words)
            self.blocks.append(Block(start, self.size, paragraph.role or "body"))

    def put_table(self, grid: Grid) -> None:
        cells: list[Cell] = []
        for _, row in groupby(grid.cells, key=lambda cell: cell.row):
            cells += self._put_row(list(row))
        if cells:
            self.tables.append(Table(tuple(cells)))

    def _put_row(self, row: Sequence[GridCell]) -> list[Cell]:
        told = [(cell, words) for cell in row if (words := _cleaned(cell.pieces))]
        if not told:
            return []
        begins = self._open_block()
        cells: list[Cell] = []
        for cell, words in told:
            if cells:
                self._add(BETWEEN_CELLS)
            start = self.size
            self._write(words)
            cells.append(Cell(start, self.size, cell.row, cell.column, cell.rows, cell.columns))
        self.blocks.append(Block(begins, self.size, "row"))
        return cells

    def _open_block(self) -> int:
        if self.size:
            self._add("\n")
        return self.size

    def _write(self, pieces: Sequence[Piece]) -> None:
        for i, piece in enumerate(pieces):
            if i:
                self._add(" ")
            start = self.size
            self._add(piece.text)
            if piece.page is not None:
                self.regions.append(Region(start, self.size, piece.page, piece.box, piece.confidence))
            if piece.encoding:
                self._note_recoded(Recoded(start, self.size, piece.encoding))

    def _note_recoded(self, stretch: Recoded) -> None:
        """Note what was converted; what goes on after a space or a line's end is one stretch."""
        last = self.recoded[-1] if self.recoded else None
        if last and last.encoding == stretch.encoding and last.end >= stretch.start - 1:
            self.recoded[-1] = replace(last, end=stretch.end)
        else:
            self.recoded.append(stretch)

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.size += len(text)


def _cleaned(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that hold anything, normalised, each on one line."""
    made = (replace(piece, text=" ".join(clean(piece.text).text.split())) for piece in pieces)
    return [piece for piece in made if piece.text]


def _merged(regions: Sequence[Region]) -> list[Region]:
    """Neighbours on one page without boxes as one region: they say nothing more apart."""
    made: list[Region] = []
    for region in regions:
        last = made[-1] if made else None
        if last and last.box is None and region.box is None and last.page == region.page:
            made[-1] = replace(last, end=region.end)
        else:
            made.append(region)
    return made
