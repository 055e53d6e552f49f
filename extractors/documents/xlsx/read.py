"""An XLSX to the parts of a document: what stands over a table as paragraphs, the table as one."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from extractors.documents.packages import BROKEN, checked_package, has_macros
from extractors.documents.parts import Grid, GridCell, Look, Paragraph, Part, Parts, Piece
from extractors.documents.roles import with_roles
from extractors.documents.xlsx.blocks import Filled, Row, joined_blocks
from extractors.documents.xlsx.covered import MOST_FIELDS, must_cover_little
from extractors.documents.xlsx.hidden import Axis, axes_of
from extractors.documents.xlsx.shown import shown
from extractors.encodings.fonts import Spelling, spellings_of
from extractors.errors import Unreadable
from extractors.model import Page, Removed

_TITLE_CHARS = 20


def read_xlsx(page: Page) -> Parts:
    """The parts of an XLSX, sheet after sheet; raises `Unreadable` where it is damaged, locked, too large or unsafe."""
    package = checked_package(page.content)
    try:
        must_cover_little(package)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(page.content), data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        _must_be_bearable(sheets)
    except (*BROKEN, InvalidFileException) as error:
        raise Unreadable("damaged", "no workbook in the package; fetch the file again") from error
    spellings = _spellings(sheets)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    readers = [_Sheet(sheet, number, spellings, *axes_of(sheet)) for number, sheet in enumerate(sheets, 1)]
    made = with_roles([part for reader in readers for part in reader.parts(len(sheets))])
    macros = (Removed("vbaProject.bin", "document.macros"),) if has_macros(package) else ()
    aside = [removed for reader in readers for removed in reader.aside]
    return Parts(made.parts, (*made.removed, *aside, *(Removed(t, "document.hidden_sheet") for t in hidden), *macros))


def _must_be_bearable(sheets: Sequence[Any]) -> None:
    """Raise `Unreadable` for a sheet too large to be looked through, `IndexError` for a cell of no style."""
    for sheet in sheets:
        if sheet.max_row * sheet.max_column > MOST_FIELDS:
            told = f"a sheet of {sheet.max_row} rows and {sheet.max_column} columns"
            raise Unreadable("too_large", f"{told}; split the file")
    for cell in {cell.style_id: cell for cell in _cells(sheets) if cell.has_style}.values():
        _ = _font(cell), cell.number_format


def _cells(sheets: Sequence[Any]) -> Iterator[Any]:
    return (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)


def _spellings(sheets: Sequence[Any]) -> dict[str, Spelling]:
    """How text of fonts for an old encoding is to be spelt."""
    texts: dict[str, list[str]] = {}
    for cell in _cells(sheets):
        if isinstance(cell.value, str):
            texts.setdefault(_font(cell), []).append(cell.value)
    return spellings_of({font: " ".join(values) for font, values in texts.items()})


def _font(cell: Any) -> str:
    return (cell.font.name or "") if cell.has_style else ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A visible sheet with its number from 1, which stands for the page; what of it is hidden is put aside."""

    sheet: Any
    number: int
    spellings: Mapping[str, Spelling]
    across: Axis
    along: Axis
    aside: list[Removed] = field(default_factory=list)

    def parts(self, sheets: int) -> Iterator[Part]:
        """What the sheet holds; its name stands over it where several sheets do and it has no words of its own."""
        blocks = joined_blocks(self._rows())
        if sheets > 1 and blocks and len(blocks[0][0]) > 1:
            yield Paragraph((Piece(self.sheet.title, self.number),), Look(heading=True), "heading")
        for block in blocks:
            yield from _parts(block, self.number)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        """The rows that hold something, with their numbers among those shown."""
        areas = self.sheet.merged_cells
        covers = {(area.min_row, area.min_col): (area.size["rows"], area.size["columns"]) for area in areas}
        for row in self.sheet.iter_rows():
            filled = [self._filled(cell, covers) for cell in row if cell.value is not None]
            told = [cell for cell in filled if cell.text.strip()]
            if unseen := [cell.text for cell in told if not (cell.rows and cell.columns)]:
                self.aside.append(Removed(" | ".join(unseen), "document.hidden"))
            if kept := [cell for cell in told if cell.rows and cell.columns]:
                yield kept[0].row, kept

    def _filled(self, cell: Any, covers: Mapping[tuple[int, int], tuple[int, int]]) -> Filled:
        rows, columns = covers.get((cell.row, cell.column), (1, 1))
        spelling = self.spellings.get(_font(cell)) if self.spellings else None
        text = shown(cell.value, cell.number_format)
        bold = bool(cell.has_style and cell.font.b)
        encoding = spelling.encoding if spelling else None
        told = spelling(text) if spelling else text
        row, column = self.across.place(cell.row), self.along.place(cell.column)
        rows, columns = self.across.shown(cell.row, rows), self.along.shown(cell.column, columns)
        return Filled(told, row, column, rows, columns, bold, encoding)


def _parts(block: Sequence[Row], page: int) -> Iterator[Part]:
    """What stands over the first row with several cells as paragraphs, the rest as a table."""
    first = next((i for i, row in enumerate(block) if len(row) > 1), len(block))
    for row in block[:first]:
        for cell in row:
            wide = cell.columns > 1 or (cell.text.isupper() and len(cell.text) >= _TITLE_CHARS)
            yield Paragraph((cell.piece(page),), Look(bold=cell.bold, centred=wide))
    if first < len(block):
        yield _grid(block[first:], page)


def _grid(rows: Sequence[Row], page: int) -> Grid:
    top, left = rows[0][0].row, min(row[0].column for row in rows)
    return Grid(
        tuple(
            GridCell((cell.piece(page),), cell.row - top, cell.column - left, cell.rows, cell.columns)
            for row in rows
            for cell in row
        )
    )
