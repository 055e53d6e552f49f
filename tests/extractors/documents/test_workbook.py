"""XLSX: what stands over a table, the table, values as they are shown."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from extractors.documents.sniffing import XLSX
from extractors.documents.xlsx.shown import shown
from extractors.errors import Unreadable
from tests.encoded import encoded
from tests.extractors.documents.makers import SENTENCES, blocks, cells, read, work_book

HEADER = ["STT", "Họ và tên", "Ngày ký", "Số tiền"]


def filled(sheet: Worksheet) -> None:
    sheet["A1"] = "DANH SÁCH GIA ĐÌNH ĐƯỢC KHEN THƯỞNG"
    sheet.merge_cells("A1:D1")
    for row in (
        HEADER,
        ["I", "Thôn Một"],
        [1, "Lò Văn Mẫu", datetime.fromisoformat("2023-12-18"), 1500000],
        [2, "Vàng Thị Thử"],
    ):
        sheet.append(row)
    sheet.merge_cells("B3:D3")
    sheet.merge_cells("C4:C5")
    sheet["C4"].number_format, sheet["D4"].number_format = "dd/mm/yyyy", "#,##0"


def test_a_sheet_is_read_as_it_is_shown() -> None:
    article = read(work_book(filled), XLSX)
    assert blocks(article)[0] == "DANH SÁCH GIA ĐÌNH ĐƯỢC KHEN THƯỞNG"
    assert blocks(article, "row") == [
        "STT | Họ và tên | Ngày ký | Số tiền", "I | Thôn Một", "1 | Lò Văn Mẫu | 18/12/2023 | 1.500.000",
        "2 | Vàng Thị Thử",
    ]  # fmt: skip
    spans = {(c.row, c.column): (c.rows, c.columns) for c in article.tables[0].cells}
    assert (spans[1, 1], spans[2, 2], spans[2, 1]) == ((1, 3), (2, 1), (1, 1))


def test_sheets_follow_each_other_and_hidden_ones_are_set_aside() -> None:
    book = openpyxl.Workbook()
    for number, name in enumerate(("Tập thể", "Cá nhân", "Nháp")):
        sheet = book.worksheets[0] if not number else book.create_sheet()
        sheet.title = name
        sheet.append(["STT", "Tên"])
        sheet.append([1, f"{SENTENCES[0]} {name}"])
    book["Nháp"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    article = read(out.getvalue(), XLSX)
    assert blocks(article, "heading") == ["Tập thể", "Cá nhân"]
    assert len(article.tables) == 2
    assert {region.page for region in article.regions} == {1, 2}
    assert [(r.quote, r.rule) for r in article.removed] == [("Nháp", "document.hidden_sheet")]


def test_an_empty_row_does_not_cut_a_numbered_table() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (HEADER[:2], [1, "Lò Văn Mẫu"], [], [2, "Vàng Thị Thử"]):
            sheet.append(row)

    article = read(work_book(fill), XLSX)
    assert len(article.tables) == 1
    assert cells(article)[3, 1] == "Vàng Thị Thử"


def test_hidden_rows_and_columns_are_set_aside() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (
            ["STT", "nháp", "Họ và tên"],
            [1, "a", "Lò Văn Mẫu"],
            [2, "b", "Bỏ Ra Ngoài"],
            [3, "c", "Vàng Thị Thử"],
        ):
            sheet.append(row)
        sheet["D1"] = "Danh sách đợt 1"
        sheet.merge_cells("D1:E4")
        sheet.row_dimensions[3].hidden = True
        for letter in ("B", "E"):
            sheet.column_dimensions[letter].hidden = True

    article = read(work_book(fill), XLSX)
    assert {(c.row, c.column, c.rows, c.columns): article.text[c.start : c.end] for c in article.tables[0].cells} == {
        (0, 0, 1, 1): "STT", (0, 1, 1, 1): "Họ và tên", (0, 2, 3, 1): "Danh sách đợt 1",
        (1, 0, 1, 1): "1", (1, 1, 1, 1): "Lò Văn Mẫu", (2, 0, 1, 1): "3", (2, 1, 1, 1): "Vàng Thị Thử",
    }  # fmt: skip
    told = [(removed.quote, removed.rule) for removed in article.removed]
    assert told == [(quote, "document.hidden") for quote in ("nháp", "a", "2 | b | Bỏ Ra Ngoài", "c")]


def test_an_empty_row_before_or_behind_a_group_does_not_cut_a_table() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (HEADER[:2], [1, "Lò Văn Mẫu"], [], ["Đợt 2"], [], [1, "Vàng Thị Thử"]):
            sheet.append(row)

    article = read(work_book(fill), XLSX)
    assert len(article.tables) == 1
    assert cells(article)[5, 1] == "Vàng Thị Thử"


def test_a_table_with_a_heading_of_its_own_is_one() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (HEADER[:2], [1, "Lò Văn Mẫu"], [], ["Kết quả từng năm"], ["Năm", "Số hộ"], [2021, 12]):
            sheet.append(row)

    assert len(read(work_book(fill), XLSX).tables) == 2


def test_cells_in_an_old_font_are_converted() -> None:
    def fill(sheet: Worksheet) -> None:
        for number, text in enumerate(SENTENCES, 1):
            sheet.append([number, encoded(text, "tcvn3")])
            sheet.cell(number, 2).font = Font(name=".VnTime")

    article = read(work_book(fill), XLSX)
    assert [cells(article)[n, 1] for n in range(3)] == list(SENTENCES)
    assert {r.encoding for r in article.recoded} == {"tcvn3"}


def test_cells_far_apart_are_refused() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1048576"] = SENTENCES[0], SENTENCES[1]

    with pytest.raises(Unreadable) as refused:
        read(work_book(fill), XLSX)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234567.5, "#,##0.00", "1.234.567,50"), (0.5, "0%", "50%"), (-3, "0", "-3"), (True, "General", "TRUE"),
        (datetime.fromisoformat("2023-01-05T08:30"), "d/m/yy hh:mm", "5/1/23 08:30"),
        (datetime.fromisoformat("2023-01-05"), '[$-42A]dd"/"mm\\/yyyy;@', "05/01/2023"),
        (datetime.fromisoformat("2023-01-05"), '"ngày" d "tháng" m', "ngày 5 tháng 1"),
        (time(7, 5), "General", "07:05"),
        (12, '0" người"', "12"), (1e15, "General", "1e+15"), (2.50, "0.##", "2,5"), (45, "[Red]#,##0", "45"),
    ],
)  # fmt: skip
def test_values_as_shown(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text
