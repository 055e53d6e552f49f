"""A paper of tables as an XLSX: a sheet for each table, the lines before it above it."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.papers.packing import repacked
from tests.papers.paper import Grid, Paper

_NAMES = ("Danh sách", "Kết quả", "Phụ lục")


def as_xlsx(sheet: Paper) -> bytes:
    """The file, the same every time; whole numbers are written as numbers, all else as text."""
    book = Workbook()
    book.remove(book.active)
    above: list[str] = []
    for piece in sheet.pieces:
        if not isinstance(piece, Grid):
            above.append(piece.text)
            continue
        page = book.create_sheet(_NAMES[len(book.sheetnames)])
        for line in above:
            page.append([line])
        first = len(above) + 1
        for row in piece.rows:
            page.append([int(text) if text.isdigit() else text or None for text in row])
        for cell in page[first]:
            cell.font = Font(bold=True)
        for row, column, rows, columns in piece.merges:
            page.merge_cells(
                start_row=first + row, end_row=first + row + rows - 1,
                start_column=column + 1, end_column=column + columns,
            )  # fmt: skip
        above = []
    out = BytesIO()
    book.save(out)
    return repacked(out.getvalue())
