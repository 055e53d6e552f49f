"""Tables of a page: cells with their places in the text, lists read as honours, layout left alone."""

from __future__ import annotations

from html import escape

import pytest
from lxml.html import document_fromstring

from extractors.article import read_page
from extractors.html.tables import data_tables
from extractors.language import extract
from extractors.model import Article, Cell, Page
from tests.papers.contents import decision, merged, report
from tests.papers.paper import Grid, Paper
from tests.papers.source import tables

OPENING = (
    "Sáng 12/3/2024, Ủy ban nhân dân huyện Mường Mẫu công bố quyết định khen thưởng những người đi đầu trong phong "
    "trào trồng rừng, giữ nước đầu nguồn và làm đường vào bản trong ba năm vừa qua."
)


def page(*parts: str) -> Article:
    """An article of paragraphs and tables."""
    body = "".join(part if part.startswith("<") else f"<p>{escape(part)}</p>" for part in parts)
    title = "Khen thưởng phong trào trồng rừng ở Mường Mẫu"
    made = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return read_page(Page(made.encode(), "trang.html"))


def table(rows: list[str]) -> str:
    """A table without merged cells, from lines."""
    made = "".join("<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<table>{made}</table>"


def as_html(paper: Paper) -> list[str]:
    """What a paper says, as a portal publishes it."""
    told = iter(tables(paper))
    return [_marked(next(told)) if isinstance(part, Grid) else part.text for part in (*paper.body, *paper.annex)]


def _marked(cells: list[dict[str, object]]) -> str:
    rows: dict[object, list[str]] = {}
    for cell in cells:
        spans = f'rowspan="{cell["rows"]}" colspan="{cell["columns"]}"'
        rows.setdefault(cell["row"], []).append(f"<td {spans}><p>{escape(str(cell['text']))}</p></td>")
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows.values()) + "</table>"


def told(article: Article, cell: Cell) -> str:
    return article.text[cell.start : cell.end]


@pytest.mark.parametrize("paper", [decision.PAPER, merged.PAPER, report.PAPER], ids=lambda paper: paper.name)
def test_every_cell_of_a_paper_published_as_a_page_is_right(paper: Paper) -> None:
    article = page(OPENING, *as_html(paper))
    got = {
        (n, c.row, c.column, c.rows, c.columns, told(article, c)) for n, t in enumerate(article.tables) for c in t.cells
    }
    assert got == {
        (n, c["row"], c["column"], c["rows"], c["columns"], " ".join(str(c["text"]).split()))
        for n, cells in enumerate(tables(paper))
        for c in cells
        if c["text"]
    }


def test_a_decision_published_as_a_page_names_those_honoured() -> None:
    awards = extract(page(OPENING, *as_html(decision.PAPER))).awards
    assert {(award.award, award.unit, award.count, len(award.recipients)) for award in awards} == {
        ("bang-khen", "collective", 16, 16),
        ("bang-khen", "individual", 62, 62),
    }


def test_rows_have_their_role_and_their_cells_in_order() -> None:
    article = page(OPENING, table(["TT | Họ tên | Số tiền", "1 | Lò Văn Mẫu | 500", "2 | Vàng Thị<br>Thử | 700"]))
    rows = [article.text[block.start : block.end] for block in article.blocks if block.role == "row"]
    assert rows == ["TT Họ tên Số tiền", "1 Lò Văn Mẫu 500", "2 Vàng Thị Thử 700"]
    (found,) = article.tables
    assert [(cell.row, cell.column) for cell in found.cells] == [(r, c) for r in range(3) for c in range(3)]
    assert told(article, found.cells[7]) == "Vàng Thị Thử"


@pytest.mark.parametrize(
    "layout",
    [
        table(["một | hai"]),
        table([f"{OPENING} {OPENING} {OPENING} {OPENING} {OPENING} {OPENING} | {OPENING}"] * 3),
        f"<table><tr><td>{table(['một | hai', 'ba | bốn'])}</td><td>năm</td></tr><tr><td>6</td><td>7</td></tr></table>",
    ],
)
def test_what_only_places_things_is_no_table(layout: str) -> None:
    assert page(OPENING, layout).tables == ()


def test_spans_that_claim_the_world_cover_no_more_than_the_table() -> None:
    wide = '<tr><td rowspan="99999" colspan="30">Lò Văn Mẫu</td><td colspan="-4">Bản 1</td><td rowspan="0">5</td></tr>'
    rows = "<tr><td>Bản 2</td><td>6</td></tr>" * 399
    (found,) = data_tables(document_fromstring(f"<table>{wide}{rows}</table>"))
    assert [(cell.rows, cell.columns) for cell in found.rows[0]] == [(400, 30), (1, 1), (1, 1)]
    assert [cell.column for cell in found.rows[399]] == [30, 31]
    assert data_tables(document_fromstring(f"<table>{wide * 4_000}</table>")) == ()


@pytest.mark.parametrize("heading", [[], ["TT | Họ và tên | Chức vụ"]], ids=["bare", "headed"])
def test_a_list_cut_into_several_tables_of_a_page_is_one(heading: list[str]) -> None:
    parts = (
        ["1 | Lò Văn Mẫu | Trưởng bản", "2 | Vàng Thị Thử | Y sĩ"],
        ["3 | Lê Văn Bền | Y sĩ", "4 | Đỗ Thị Mến | Y tá"],
    )
    first, second = (
        table([*told, *rows]) for told, rows in zip((["TT | Họ và tên | Chức vụ"], heading), parts, strict=True)
    )
    (award,) = extract(page(OPENING, "Danh sách tặng Giấy khen của Chủ tịch UBND huyện", first, second)).awards
    assert (award.award, award.count) == ("giay-khen", 4)
    assert award.recipients == ("Lò Văn Mẫu", "Vàng Thị Thử", "Lê Văn Bền", "Đỗ Thị Mến")


def test_an_honour_over_a_hundred_rows_is_that_of_each() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>Lò Văn Mẫu</td>{'<td rowspan=100>Giấy khen</td>' if n == 1 else ''}</tr>"
        for n in range(1, 101)
    )
    listed = f"<table><tr><td>TT</td><td>Họ và tên</td><td>Hình thức khen thưởng</td></tr>{rows}</table>"
    (award,) = extract(page(OPENING, listed)).awards
    assert (award.award, award.count) == ("giay-khen", 100)


def test_a_short_table_that_goes_on_with_nothing_is_none() -> None:
    assert page(OPENING, table(["TT | Họ và tên", "1 | Lò Văn Mẫu"])).tables == ()
