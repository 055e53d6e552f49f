"""Variants of an XLSX: where its tables stand, what its cells hold, what of it is hidden."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.papers.paper import Grid, Paper
from tests.papers.variants.words import with_empty_rows

_FONTS = ("Times New Roman", "Arial", "Calibri")
_DAY_FORMATS = {
    "dd/mm/yyyy": "%d/%m/%Y",
    "dd/mm/yyyy;@": "%d/%m/%Y",
    '[$-42A]dd"/"mm"/"yyyy': "%d/%m/%Y",
    "yyyy-mm-dd": "%Y-%m-%d",
}
_COUNT_FORMATS = ("General", "0", "#,##0", "#,##0;[Red]-#,##0", "@")
_SCRAP = ("Nháp", "kiểm tra lại", "cột tính tạm", "hỏi phòng tổ chức")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass(slots=True)
class _Book:
    """A workbook while it is filled; `formulas` are the cells whose value is what a formula came to."""

    draw: Random
    made: Workbook = field(default_factory=Workbook)
    formulas: dict[tuple[str, str], str] = field(default_factory=dict)
    row: int = 0


def book_variant(paper: Paper, seed: int) -> tuple[Paper, bytes]:
    """What a seed makes of a paper: what it says then, and the XLSX."""
    draw = Random(seed)
    if draw.random() < 0.5:
        paper = with_empty_rows(paper, draw)
    day_format = draw.choice(tuple(_DAY_FORMATS))
    if draw.random() < 0.5:
        paper = _with_days(paper, draw, _DAY_FORMATS[day_format])
    book = _Book(draw)
    _fill(book, paper, day_format)
    for change in CHANGES:
        if draw.random() < 0.5:
            change(book.made, draw)
    out = BytesIO()
    book.made.save(out)
    return paper, _with_formulas(out.getvalue(), book.formulas)


def _with_days(paper: Paper, draw: Random, shown: str) -> Paper:
    """The paper with a column of days in each of its tables."""
    body = tuple(_dated(piece, draw, shown) if isinstance(piece, Grid) else piece for piece in paper.body)
    return replace(paper, body=body)


def _dated(grid: Grid, draw: Random, shown: str) -> Grid:
    wide = {row for row, _, _, columns in grid.merges if columns == len(grid.rows[0])}
    days = (date(draw.randrange(2015, 2025), draw.randrange(1, 13), draw.randrange(1, 29)) for _ in grid.rows)
    last = [
        "Ngày ký" if n == 0 else f"{day:{shown}}" if any(row) and n not in wide and n >= grid.head else ""
        for n, (row, day) in enumerate(zip(grid.rows, days, strict=True))
    ]
    rows = tuple((*row, day) for row, day in zip(grid.rows, last, strict=True))
    return replace(grid, rows=rows, widths=(*grid.widths, 2))


def _fill(book: _Book, paper: Paper, day_format: str) -> None:
    """Lay tables and the lines above them down, each on a sheet of its own or all on one."""
    together = book.draw.random() < 0.5
    above: list[str] = []
    sheet = book.made.worksheets[0]
    left, book.row = book.draw.randrange(1, 4), book.draw.randrange(1, 4)
    for n, piece in enumerate(piece for piece in paper.pieces):
        if not isinstance(piece, Grid):
            above.append(piece.text)
            continue
        if n > len(above) and not together:
            sheet, book.row = book.made.create_sheet(f"Bảng {n}"), book.draw.randrange(1, 4)
        elif n > len(above):
            book.row += 2
        _put_lines(book, sheet, above, left, len(piece.rows[0]))
        _put_grid(book, sheet, piece, left, day_format)
        above = []


def _put_lines(book: _Book, sheet: Worksheet, lines: list[str], left: int, width: int) -> None:
    merged = book.draw.random() < 0.7
    for line in lines:
        cell = sheet.cell(book.row, left, line)
        if merged:
            sheet.merge_cells(start_row=book.row, end_row=book.row, start_column=left, end_column=left + width - 1)
            cell.alignment = Alignment(horizontal="center")
        book.row += 1
    book.row += book.draw.randrange(2)


def _put_grid(book: _Book, sheet: Worksheet, grid: Grid, left: int, day_format: str) -> None:
    count_format = book.draw.choice(_COUNT_FORMATS)
    reckoned = book.draw.random() < 0.5
    for n, row in enumerate(grid.rows):
        for column, text in enumerate(row):
            if not text:
                continue
            cell = sheet.cell(book.row + n, left + column)
            _put_value(cell, text, count_format, day_format)
            if reckoned and n > grid.head and isinstance(cell.value, int):
                book.formulas[sheet.title, cell.coordinate] = f"1+{cell.value - 1}"
    for top, column, rows, columns in grid.merges:
        sheet.merge_cells(
            start_row=book.row + top, end_row=book.row + top + rows - 1,
            start_column=left + column, end_column=left + column + columns - 1,
        )  # fmt: skip
    book.row += len(grid.rows)


def _put_value(cell: Cell, text: str, count_format: str, day_format: str) -> None:
    """Write what is shown as such a value and a format; a format for digits leaves noughts in front away."""
    if day := _day_in(text, _DAY_FORMATS[day_format]):
        cell.value, cell.number_format = day, day_format
    elif _THOUSANDS.fullmatch(text):
        cell.value, cell.number_format = int(text.replace(".", "")), "#,##0"
    elif text.isdigit():
        cell.value, cell.number_format = (text, "@") if count_format == "@" else (int(text), count_format)
        if len(text) == 4 and count_format.startswith("#"):
            cell.number_format = "0"
    else:
        cell.value = text


def _day_in(text: str, shown: str) -> date | None:
    try:
        return date(*time.strptime(text, shown)[:3])
    except ValueError:
        return None


def _with_formulas(content: bytes, formulas: dict[tuple[str, str], str]) -> bytes:
    """The workbook with formulas before the values of cells, as a program that reckons stores them."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        names = re.findall(r'<sheet [^>]*name="([^"]*)"', old.read("xl/workbook.xml").decode())
        for name in old.namelist():
            part = old.read(name)
            if number := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name):
                part = _reckoned(part.decode(), formulas, names[int(number[1]) - 1]).encode()
            new.writestr(name, part)
    return out.getvalue()


def _reckoned(part: str, formulas: dict[tuple[str, str], str], title: str) -> str:
    def put(match: re.Match[str]) -> str:
        formula = formulas.get((title, match["at"]))
        return f"{match['head']}<f>{formula}</f><v>" if formula else match[0]

    return re.sub(r'(?P<head><c r="(?P<at>[A-Z]+\d+)"(?![^>]*t="s")[^>]*>)<v>', put, part)


def _filled(book: Workbook) -> Iterator[Cell]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def set_in_fonts(book: Workbook, draw: Random) -> None:
    """Set cells in fonts and sizes."""
    name = draw.choice(_FONTS)
    for cell in _filled(book):
        cell.font = Font(name=name, size=draw.choice((10, 11, 12, 14)), bold=draw.random() < 0.1)


def break_lines(book: Workbook, draw: Random) -> None:
    """Break lines within cells, and leave spaces around words."""
    for cell in _filled(book):
        if isinstance(cell.value, str) and cell.value.count(" ") > 2 and draw.random() < 0.2:
            at = cell.value.index(" ", len(cell.value) // 2 - 4)
            cell.value = f"{cell.value[:at]}\n{cell.value[at + 1 :]} "


def hide_sheet(book: Workbook, draw: Random) -> None:
    """Add a hidden sheet before or behind."""
    sheet = book.create_sheet("Tạm", draw.choice((0, None)))
    sheet.append([draw.choice(_SCRAP), 12])
    sheet.sheet_state = draw.choice(("hidden", "veryHidden"))
    book.active = book.worksheets.index(next(s for s in book.worksheets if s.sheet_state == "visible"))


def comment(book: Workbook, draw: Random) -> None:
    """Hang comments on cells."""
    for cell in list(_filled(book)):
        if draw.random() < 0.05:
            cell.comment = Comment(draw.choice(_SCRAP), "Văn thư")


def freeze(book: Workbook, draw: Random) -> None:
    """Freeze panes, filter, set the print area."""
    for sheet in book.worksheets:
        sheet.freeze_panes = draw.choice(("A2", "B3"))
        sheet.auto_filter.ref = sheet.dimensions


def hide_rows(book: Workbook, draw: Random) -> None:
    """Hide rows of scrap between those of the tables: merged areas and all that stands below move down."""
    for sheet in book.worksheets:
        _insert(sheet, draw.randrange(1, sheet.max_row + 1), draw, rows=1)


def hide_columns(book: Workbook, draw: Random) -> None:
    """Hide a column of scrap."""
    for sheet in book.worksheets:
        _insert(sheet, draw.randrange(1, sheet.max_column + 1), draw, columns=1)


def _insert(sheet: Worksheet, at: int, draw: Random, *, rows: int = 0, columns: int = 0) -> None:
    """Insert hidden rows or columns before one, cells and merged areas moved by hand as a program does it."""
    areas = [area.bounds for area in sheet.merged_cells.ranges]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(area.coord)
    if rows:
        sheet.insert_rows(at, rows)
    else:
        sheet.insert_cols(at, columns)
    for left, top, right, bottom in areas:
        sheet.merge_cells(
            start_column=left + columns * (left >= at), end_column=right + columns * (right >= at),
            start_row=top + rows * (top >= at), end_row=bottom + rows * (bottom >= at),
        )  # fmt: skip
    merged = {cell for area in sheet.merged_cells.ranges for cell in area.cells}
    for n in range(1, (sheet.max_column if rows else sheet.max_row) + 1):
        place = (at, n) if rows else (n, at)
        if place not in merged and draw.random() < 0.7:
            sheet.cell(*place, draw.choice(_SCRAP))
    if rows:
        sheet.row_dimensions[at].hidden = True
    else:
        sheet.column_dimensions[get_column_letter(at)].hidden = True


CHANGES: tuple[Callable[[Workbook, Random], None], ...] = (
    set_in_fonts, break_lines, hide_rows, hide_columns, comment, freeze, hide_sheet,
)  # fmt: skip
