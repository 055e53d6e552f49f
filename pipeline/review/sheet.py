"""The sheet that a reviewer fills in: a CSV file that a spreadsheet opens, obeys nothing of, and gives back.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, and loses it on the way back. The file
begins with a byte-order mark, by which spreadsheets know that it is UTF-8; commas, semicolons and tabs are understood.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pipeline.atomic import write_atomically
from pipeline.errors import ThiduaError
from pipeline.harmless import guarded, restored

GIVEN = (
    "fact_id", "says", "quote", "sentence", "title", "source", "province", "published", "link", "rule", "article_id",
)  # fmt: skip
"""What the sheet says."""
ASKED = ("verdict", "should_be", "reviewer", "note")
"""What the reviewer fills in."""
_NEEDED = frozenset({"fact_id", "says", "quote", "article_id", "verdict", "should_be", "reviewer"})
_LARGEST = 64 * 2**20


class SheetError(ThiduaError):
    """A file that is no review sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet as filled in; `number` is the line of the file that it begins on."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def write_sheet(rows: Iterable[Sequence[str | None]], out: TextIO) -> None:
    """Write rows of the columns `GIVEN`, with empty cells to fill in."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*GIVEN, *ASKED))
    writer.writerows([*(guarded(cell or "") for cell in row), *("" for _ in ASKED)] for row in rows)


def save_sheet(rows: Iterable[Sequence[str | None]], path: Path) -> None:
    """Write a sheet to a file; a file that stands there is refused, it may hold somebody's work."""
    sheet = io.StringIO()
    write_sheet(rows, sheet)
    if path.exists():
        raise SheetError(path, "stands there already", "give another name, or remove it")
    write_atomically(path, sheet.getvalue().encode("utf-8-sig"))


def read_sheet(path: Path) -> list[Line]:
    """The rows of a sheet; raises `SheetError` for a file that is none."""
    reader = csv.reader(io.StringIO(text := _text(path), newline=""), delimiter=_delimiter(text), strict=True)
    try:
        numbered = list(_numbered(reader))
    except csv.Error as error:
        why = f"line {reader.line_num}: not CSV ({error})"
        raise SheetError(path, why, "save it as CSV (UTF-8) again") from error
    header = [name.strip().lower() for name in numbered[0][1]] if numbered else []
    lacking = sorted(_NEEDED - set(header))
    if lacking:
        why = f"no column {', '.join(lacking)}"
        raise SheetError(path, why, "give a sheet made by `thidua review sample`, its first line included")
    return [
        Line(number, {name: restored(cell.strip()) for name, cell in zip(header, cells, strict=False)})
        for number, cells in numbered[1:]
        if any(cell.strip() for cell in cells)
    ]


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise SheetError(path, f"larger than {_LARGEST // 2**20} MiB", "give a sheet made by `thidua review sample`")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(path, "not UTF-8", "save it as “CSV UTF-8” in the spreadsheet") from error


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins on: a quoted cell may run over several."""
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1  # type: ignore[attr-defined]
