"""PDFs: paragraphs whole over lines, columns and pages; tables as tables; what is no text set aside."""

from __future__ import annotations

from random import Random

import pytest

from tests.extractors.documents.makers import A4, SENTENCES, Sheet, blocks, cells, read, wrapped

LONG = " ".join([*SENTENCES, *SENTENCES])
HEADER = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức")
PEOPLE = ("Lò Văn Mẫu", "Vàng Thị Thử", "Giàng A Ví", "Quàng Thị Dụ", "Sùng Văn Kiểu", "Cà Thị Nếp")


def rules(content: bytes) -> dict[str, list[str]]:
    removed: dict[str, list[str]] = {}
    for each in read(content).removed:
        removed.setdefault(each.rule, []).append(each.quote)
    return removed


def page_of_text(sheet: Sheet, paragraphs: list[str], *, left: float = 85, width: float = 440, top: float = 80) -> None:
    for paragraph in paragraphs:
        lines = wrapped(paragraph, width)
        top = sheet.column(left, top, lines) + 8


def test_lines_become_paragraphs() -> None:
    sheet = Sheet()
    page_of_text(sheet, [LONG, SENTENCES[0], LONG])
    assert blocks(read(sheet.done())) == [LONG, SENTENCES[0], LONG]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    sheet = Sheet()
    width = 440
    first = wrapped(LONG, width - 28)[0]
    rest = wrapped(LONG[len(first) + 1 :], width)
    top = 80.0
    for _ in range(3):
        sheet.write(113, top, first)
        top = sheet.column(85, top + 16, rest)
    assert blocks(read(sheet.done())) == [LONG] * 3


def test_a_paragraph_goes_on_over_the_page() -> None:
    sheet = Sheet()
    lines = wrapped(LONG, 440)
    sheet.column(85, 760 - 16 * 3, lines[:3])
    sheet.turn()
    sheet.centre(40, "2")
    sheet.column(85, 80, lines[3:])
    content = sheet.done()
    assert blocks(read(content)) == [LONG]
    assert rules(content) == {"document.page_number": ["2"]}
    assert {region.page for region in read(content).regions} == {1, 2}


@pytest.mark.parametrize("number", ["7", "- 7 -", "Trang 7", "Trang 7/12"])
def test_page_numbers_are_set_aside(number: str) -> None:
    sheet = Sheet()
    page_of_text(sheet, [LONG])
    sheet.centre(810, number)
    assert rules(sheet.done()) == {"document.page_number": [number]}


def test_running_heads_are_set_aside() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.write(85, 40, f"Báo cáo của xã Bản Mẫu, phần {number}", 12)
        page_of_text(sheet, [f"{SENTENCES[number % 3]} {LONG} Hết phần {number}."], top=90)
        sheet.turn()
    content = sheet.done()
    assert blocks(read(content)) == [f"{SENTENCES[n % 3]} {LONG} Hết phần {n}." for n in range(1, 5)]
    assert len(rules(content)["document.running_head"]) == 4


def test_the_stamp_of_an_electronic_signature_is_set_aside() -> None:
    sheet = Sheet()
    stamp = ["Người ký: UBND xã Bản Mẫu", "Email: xa@banmau.example", "Thời gian ký: 05.01.2024 10:12:13 +07:00"]
    sheet.column(380, 60, stamp, pitch=9, size=7)
    page_of_text(sheet, [LONG], top=140)
    content = sheet.done()
    assert blocks(read(content)) == [LONG]
    assert sorted(rules(content)["document.signature_stamp"]) == sorted(stamp)


def test_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.centre(80, "KẾ HOẠCH", 13, "-Bold")
    lines = wrapped(LONG, 205)
    half = len(lines) // 2
    sheet.column(85, 140, lines[:half])
    sheet.column(320, 140, lines[half:])
    assert " ".join(blocks(read(sheet.done()))) == f"KẾ HOẠCH {LONG}"


def test_the_head_of_a_letter_is_read_side_by_side() -> None:
    sheet = Sheet()
    for base, left, right in (
        (70, "UBND TỈNH BẢN MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (86, "SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"),
        (104, "Số: 12/BC-SNV", "Bản Mẫu, ngày 05 tháng 01 năm 2024"),
    ):
        sheet.write(90, base, left, 10)
        sheet.write(290, base, right, 10)
    sheet.centre(150, "BÁO CÁO", 13, "-Bold")
    sheet.centre(168, "Kết quả thi đua năm 2023", 13, "-Bold")
    page_of_text(sheet, [LONG], top=210)
    article = read(sheet.done())
    assert blocks(article)[:6] == [
        "UBND TỈNH BẢN MẪU", "SỞ NỘI VỤ", "Số: 12/BC-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bản Mẫu, ngày 05 tháng 01 năm 2024",
    ]  # fmt: skip
    assert article.title == "BÁO CÁO Kết quả thi đua năm 2023"
    assert blocks(article, "body")[-1] == LONG


def table_page(sheet: Sheet, rows: list[tuple[str, ...]], *, top: float, header: bool) -> None:
    across = [70.0, 110.0, 250.0, 430.0, 540.0]
    shown = [HEADER, *rows] if header else rows
    down = [top + 24 * n for n in range(len(shown) + 1)]
    sheet.grid(across, down)
    for base, row in zip(down, shown, strict=False):
        for left, text in zip(across, row, strict=False):
            sheet.write(left + 4, base + 16, text, 10)


def people(first: int, last: int) -> list[tuple[str, ...]]:
    return [(str(n), PEOPLE[n % 6], f"Trưởng thôn {n}", "Giấy khen") for n in range(first, last + 1)]


@pytest.mark.parametrize("header", [True, False])
def test_a_table_over_three_pages_is_one(header: bool) -> None:
    sheet = Sheet()
    page_of_text(sheet, [LONG])
    for number, (first, last) in enumerate([(1, 10), (11, 30), (31, 40)]):
        table_page(sheet, people(first, last), top=500 if not number else 80, header=header or not number)
        sheet.turn()
        if number < 2:
            sheet.centre(40, str(number + 2))
    article = read(sheet.done())
    assert len(article.tables) == 1
    told = cells(article)
    assert [told[row, 1] for row in range(41)] == ["Họ và tên", *(PEOPLE[n % 6] for n in range(1, 41))]
    assert [told[row, 0] for row in range(41)] == ["STT", *map(str, range(1, 41))]
    assert blocks(article, "row")[3] == f"3 | {PEOPLE[3]} | Trưởng thôn 3 | Giấy khen"


def test_cells_merged_and_cells_of_several_lines() -> None:
    sheet = Sheet()
    sheet.grid([70, 120, 300], [80, 110, 140, 200])
    sheet.canvas.line(300, A4[1] - 80, 520, A4[1] - 80)
    sheet.canvas.line(520, A4[1] - 80, 520, A4[1] - 200)
    sheet.canvas.line(300, A4[1] - 200, 520, A4[1] - 200)
    sheet.write(80, 100, "A", 10)
    sheet.write(130, 100, "Tập thể", 10)
    sheet.write(310, 140, "Giấy khen", 10)
    sheet.write(80, 130, "1", 10)
    sheet.write(130, 130, "Thôn Một", 10)
    sheet.write(80, 170, "2", 10)
    sheet.column(130, 160, ["Thôn Hai và thôn", "Ba"], pitch=14, size=10)
    article = read(sheet.done())
    told = {(c.row, c.column, c.rows, c.columns): article.text[c.start : c.end] for c in article.tables[0].cells}
    assert told == {
        (0, 0, 1, 1): "A", (0, 1, 1, 1): "Tập thể", (0, 2, 3, 1): "Giấy khen",
        (1, 0, 1, 1): "1", (1, 1, 1, 1): "Thôn Một",
        (2, 0, 1, 1): "2", (2, 1, 1, 1): "Thôn Hai và thôn Ba",
    }  # fmt: skip


def test_a_row_cut_by_the_end_of_a_page_is_made_whole() -> None:
    sheet = Sheet()
    across = [70.0, 110.0, 250.0, 430.0, 540.0]
    table_page(sheet, people(1, 3), top=640, header=True)
    sheet.turn()
    sheet.grid(across, [80, 104, 128])
    sheet.write(254, 96, "của xã Bản Mẫu", 10)
    for left, text in zip(across, ("4", *people(4, 4)[0][1:]), strict=False):
        sheet.write(left + 4, 120, text, 10)
    told = cells(read(sheet.done()))
    assert told[3, 2] == "Trưởng thôn 3 của xã Bản Mẫu"
    assert told[4, 0] == "4"


def test_a_table_without_lines() -> None:
    sheet = Sheet()
    page_of_text(sheet, [SENTENCES[0]])
    top = 160.0
    for row in [HEADER, *people(1, 8)]:
        for left, text in zip([75, 110, 250, 430], row, strict=True):
            sheet.write(left, top, text, 10)
        top += 20
    page_of_text(sheet, [LONG], top=top + 30)
    article = read(sheet.done())
    told = cells(article)
    assert [told[row, 1] for row in range(9)] == ["Họ và tên", *(PEOPLE[n % 6] for n in range(1, 9))]
    assert [told[row, 3] for row in range(1, 9)] == ["Giấy khen"] * 8
    assert blocks(article, "body") == [SENTENCES[0], LONG]


def test_places_are_those_on_paper() -> None:
    sheet = Sheet()
    sheet.write(100, 200, SENTENCES[0], 12)
    article = read(sheet.done())
    (region,) = article.regions
    assert region.box is not None
    left, top, right, bottom = region.box
    assert (region.start, region.end, region.page) == (0, len(article.text), 1)
    assert abs(left - 100) < 2
    assert top < 195 < 200 < bottom < 206
    assert right > 400


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_read_as_they_are_seen(turn: int) -> None:
    sheet = Sheet((A4[1], A4[0]))
    canvas = sheet.canvas
    canvas.setPageRotation(turn)
    width, height = {90: (A4[0], A4[1]), 180: (A4[1], A4[0]), 270: (A4[0], A4[1])}[turn]
    if turn == 90:
        canvas.translate(A4[1], 0)
    elif turn == 180:
        canvas.translate(A4[1], A4[0])
    else:
        canvas.translate(0, A4[0])
    canvas.rotate({90: 90, 180: 180, 270: -90}[turn])
    sheet.size = (width, height)
    page_of_text(sheet, [LONG], width=380)
    table_page(sheet, people(1, 3), top=300, header=True)
    article = read(sheet.done())
    assert blocks(article, "body") == [LONG]
    assert cells(article)[2, 1] == PEOPLE[2]


def test_headings_and_items() -> None:
    sheet = Sheet()
    sheet.centre(80, "BÁO CÁO", 13, "-Bold")
    sheet.write(85, 130, "I. KẾT QUẢ", 12, "-Bold")
    page_of_text(sheet, [f"1. {LONG}", "- Thôn Một làm đường;", "- Thôn Hai trồng cây."], top=150)
    article = read(sheet.done())
    assert blocks(article, "title") == ["BÁO CÁO"]
    assert blocks(article, "heading") == ["I. KẾT QUẢ"]
    assert blocks(article, "body") == [f"1. {LONG}", "- Thôn Một làm đường;", "- Thôn Hai trồng cây."]


def test_the_same_bytes_give_the_same_article() -> None:
    sheet = Sheet()
    page_of_text(sheet, [LONG])
    table_page(sheet, people(1, 4), top=400, header=True)
    content = sheet.done()
    assert read(content) == read(content)


@pytest.mark.parametrize("seed", range(12))
def test_text_comes_back_whatever_the_layout(seed: int) -> None:
    draw = Random(seed)
    size, pitch = draw.choice([10, 11, 12, 13, 14]), draw.uniform(1.15, 1.6)
    left, right = draw.uniform(50, 100), draw.uniform(40, 90)
    width = A4[0] - left - right
    paragraphs = [" ".join(draw.choice(SENTENCES) for _ in range(draw.randint(1, 5))) for _ in range(14)]
    sheet = Sheet()
    top, number = 80.0, 1
    for paragraph in paragraphs:
        for line in wrapped(paragraph, width, size):
            if top > 770:
                sheet.turn()
                number += 1
                sheet.centre(45, str(number))
                top = 80.0
            sheet.write(left, top, line, size)
            top += size * pitch
        top += size * 0.6
    article = read(sheet.done())
    assert " ".join(article.text.split()) == " ".join(paragraphs)


def narrow_list(first: list[str]) -> bytes:
    """A list whose first column is hardly wider than a letter; its heading there stands in lines."""
    across, down = [80.0, 80 + 22.0, 280.0, 480.0], [100.0, 150.0, 180.0, 210.0, 240.0]
    sheet = Sheet()
    sheet.grid(across, down)
    sheet.column(83, 115, first)
    for column, text in enumerate(HEADER[1:3], 1):
        sheet.write(across[column] + 3, 115, text)
    for row, name in enumerate(PEOPLE[:3], 1):
        sheet.write(83, down[row] + 15, str(row))
        sheet.write(across[1] + 3, down[row] + 15, name)
        sheet.write(across[2] + 3, down[row] + 15, "Nông dân")
    return sheet.done()


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["ST", "T"], "STT"),
        (["100", "0"], "1000"),
        (["Nă", "m"], "Năm"),
        (["Số", "tờ"], "Số tờ"),
        (["Họ", "tên"], "Họ tên"),
        (["a", "b"], "a b"),
    ],
)
def test_a_word_broken_in_a_narrow_cell_is_one_and_words_under_each_other_are_not(lines: list[str], cell: str) -> None:
    article = read(narrow_list(lines))
    assert cells(article)[0, 0] == cell
    assert cells(article)[2, 1] == PEOPLE[1]
