"""Documents that an article is given with: which links count, where they have to stand, what hostile pages cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.discovery.attachments import ATTACHMENT_LIMIT, attachment_links, names_document

HERE = "https://bao.example/tin/tong-ket-post1.html"
TEXT = "".join(f"<p>Đoạn {n} kể về phong trào thi đua yêu nước của tỉnh trong năm qua.</p>" for n in range(8))


def found(html: str, url: str = HERE) -> list[str]:
    return [link.url.removeprefix("https://bao.example") for link in attachment_links(html.encode(), url)]


def page(body: str = "", after: str = "") -> str:
    return f"<html><body><div id='main'><div class='content'>{TEXT}{body}</div>{after}</div></body></html>"


@pytest.mark.parametrize(
    "link",
    [
        "/tep/qd-12.pdf",
        "/tep/Danh%20s%C3%A1ch.XLSX",
        "/documents/20182/0/qd.docx/5d1a?t=17",
        "/tai.aspx?ten=bao-cao.doc",
    ],
)
def test_a_link_in_the_body_that_names_a_document_is_taken(link: str) -> None:
    assert found(page(f'<p>Xem <a href="{link}">tại đây</a></p>')) == [link]


@pytest.mark.parametrize(
    "link", ["/tin/bai-khac-post2.html", "/anh/1.jpg", "#cuoi", "mailto:a@bao.example", "/tai-ve?id=3"]
)
def test_other_links_in_the_body_are_not(link: str) -> None:
    assert found(page(f'<p>Xem <a href="{link}">tại đây</a></p>')) == []


@pytest.mark.parametrize(
    "listed",
    [
        '<div class="dinhkem"><a href="/tai-ve?id=3">Danh sách</a></div>',
        '<h4>Tài liệu kèm theo</h4><ul><li><a href="/tai-ve?id=3">Danh sách</a></ul>',
        '<p><b>Tệp đính kèm:</b> <a href="/tai-ve?id=3">Danh sách</a></p>',
        '<div><div><span>Văn bản đính kèm</span></div></div><div><a href="/tai-ve?id=3">Danh sách</a></div>',
        '<div class="file-attachments"><span><a href="/tai-ve?id=3">Danh sách</a></span></div>',
    ],
)
def test_a_list_of_attachments_is_known_by_its_marks_and_words(listed: str) -> None:
    assert found(page(after=listed)) == ["/tai-ve?id=3"]


def test_a_link_of_another_address_says_by_its_words_that_it_gives_a_document() -> None:
    assert found(page('<p><a href="/download/7">Bao-cao.pdf</a></p>')) == ["/download/7"]
    assert found(page('<p><a href="/kho/7" type="application/pdf">Báo cáo</a></p>')) == ["/kho/7"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<nav><a href="/a.pdf">Nội quy</a></nav>',
        '<div id="footer"><a href="/a.pdf">Giới thiệu</a></div>',
        '<div class="sidebar"><h3>Văn bản đính kèm</h3><a href="/a.pdf">Mới</a></div>',
        '<div class="tin-lien-quan"><a href="/a.pdf">Khác</a></div>',
        '<div class="box"><h3>Văn bản mới</h3><ul><li><a href="/a.pdf">Công văn</a></ul></div>',
    ],
)
def test_menus_side_columns_and_footers_are_left_out(elsewhere: str) -> None:
    assert found(page(after=elsewhere)) == []


def test_each_address_is_taken_once_in_the_order_of_the_page() -> None:
    body = '<p><a href="/b.pdf">B</a> <a href="/a.pdf">A</a> <a href="/b.pdf#trang=2">B</a></p>'
    assert found(page(body, '<div class="dinhkem"><a href="/a.pdf">A</a> <a href="/c.doc">C</a></div>')) == [
        "/b.pdf",
        "/a.pdf",
        "/c.doc",
    ]
    many = "".join(f'<a href="/{n}.pdf">{n}</a> ' for n in range(ATTACHMENT_LIMIT + 50))
    assert len(found(page(f"<p>{many}</p>"))) == ATTACHMENT_LIMIT


def test_a_base_address_is_heeded() -> None:
    html = page('<p><a href="qd.pdf">QĐ</a></p>').replace("<body>", '<head><base href="/kho/"></head><body>')
    assert found(html) == ["/kho/qd.pdf"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div class=attach>" * 5_000 + "<a href=/x.pdf>x</a>" * 5_000,
        "<p>đính kèm</p>" * 20_000,
        "<table class=attach><tr><td><p>đính kèm<a href=x.doc>y</a>" * 4_000,
        "<span>" * 40_000 + "đính kèm",
        "\x00\xff" * 1_000,
        "",
    ],
)
def test_hostile_pages_are_read_to_an_end(hostile: str) -> None:
    assert len(found(f"<html><body>{hostile}")) <= ATTACHMENT_LIMIT


@given(st.text(st.characters(exclude_characters="?#[]", exclude_categories=["Cs"]), max_size=200))
def test_a_document_is_known_below_any_path(path: str) -> None:
    assert names_document(f"https://bao.example/{path}/danh-sach.xlsx?{path}")
