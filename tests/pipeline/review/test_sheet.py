"""The sheet: harmless in a spreadsheet, and the same again when it comes back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.review.sheet import ASKED, GIVEN, SheetError, read_sheet, save_sheet

_ROW: tuple[str | None, ...] = (
    "c1",
    "nong-thon-moi",
    "=cmd|' /C calc'!A0",
    '+84 "a", b',
    "-1",
    "@x",
    None,
    "",
    "",
    "r",
    "a1",
)


def test_a_sheet_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    save_sheet([_ROW, _ROW], path)
    lines = read_sheet(path)
    assert [line.number for line in lines] == [2, 3]
    assert lines[0].cells == {
        **dict(zip(GIVEN, [cell or "" for cell in _ROW], strict=True)),
        **dict.fromkeys(ASKED, ""),
    }


def test_no_cell_of_the_file_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    save_sheet([_ROW], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_somebody_s_work_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("work")
    with pytest.raises(SheetError, match="stands there already"):
        save_sheet([_ROW], path)
    assert path.read_text() == "work"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_a_spreadsheet_makes_of_it_is_understood(tmp_path: Path, delimiter: str, ending: str) -> None:
    path = tmp_path / "sheet.csv"
    header = ["Fact_ID", "says", "quote", "article_id", "verdict", "should_be", "reviewer"]
    rows = [
        header,
        ["c1", "x", 'câu "này",\nhai dòng; và', "a", "đúng", "", "Cô"],
        ["", "", "", "", " ", "", ""],
        ["c2"],
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator=ending).writerows(rows)
    lines = read_sheet(path)
    assert [(line.number, line["fact_id"], line["verdict"]) for line in lines] == [(2, "c1", "đúng"), (5, "c2", "")]
    assert lines[0]["quote"].splitlines() == ['câu "này",', "hai dòng; và"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no column"),
        (b"fact_id,verdict\nc1,right\n", "no column article_id, quote"),
        ("fact_id,says,quote,article_id,verdict,should_be,reviewer\nc1,x,y,z,đúng,,\n".encode("utf-16"), "not UTF-8"),
        (b'fact_id,says,quote,article_id,verdict,should_be,reviewer\n"c1"x,', "line 2: not CSV"),
        (b'fact_id,says,quote,article_id,verdict,should_be,reviewer\nc1,"' + b"x" * 200_000, "line 2: not CSV"),
        (b"PK\x03\x04\xff", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_sheet_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    with pytest.raises(SheetError, match=why):
        read_sheet(path)
