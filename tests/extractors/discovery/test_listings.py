"""What a listing page leads to: articles in, menus, files and other sites out, next pages bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sources import Source
from extractors.discovery.listings import listing_links
from extractors.discovery.model import LINK_LIMIT, Link, Listing

URL = "https://baothu.example/thi-dua/"
HOST = "https://baothu.example"


def source(**more: object) -> Source:
    row = {"id": "bao-thu", "name": "Báo Thử", "kind": "newspaper", "domains": ("baothu.example",), "evidence": ("P",)}
    return Source.model_validate({**row, **more})


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def test_articles_come_once_with_their_longest_name() -> None:
    body = """
      <nav><a href="/trao-co-thi-dua-nam-hoc-moi-99999.html">Nóng</a></nav>
      <a href="/thi-dua/trao-co-cho-ba-xa-12345.html"><img src=a.jpg alt="Ảnh"></a>
      <h3><a href="/thi-dua/trao-co-cho-ba-xa-12345.html?utm_source=x">Trao cờ thi đua cho ba xã</a></h3>
      <a href="/thi-dua/trao-co-cho-ba-xa-12345.html#binh-luan">Xem thêm</a>
      <a href="phat-dong-thang-cao-diem-12346.html"><h3>Phát động tháng cao điểm</h3><p>Sáng nay, tại...</p></a>
      <footer><a href="/lien-he-12347.html">Liên hệ</a></footer>
    """
    assert listing_links(page(body), URL, source()) == Listing(
        (
            Link(f"{HOST}/thi-dua/trao-co-cho-ba-xa-12345.html", "Trao cờ thi đua cho ba xã"),
            Link(f"{HOST}/thi-dua/phat-dong-thang-cao-diem-12346.html", "Phát động tháng cao điểm"),
        )
    )


@pytest.mark.parametrize(
    "href",
    [
        "https://khac.example/trao-co-cho-ba-xa-12345.html",
        "https://facebook.com/sharer?u=https://baothu.example/trao-co-12345.html",
        "/thi-dua/",
        "/",
        "/tag/thi-dua-tag12345.html",
        "/rss/home.rss",
        "/tep/trao-co-cho-ba-xa-12345.pdf",
        "javascript:void(0)",
        "mailto:toasoan@baothu.example",
        "#trao-co-cho-ba-xa-12345.html",
        "/print/12345.html",
        "http://[bad",
    ],
)
def test_what_is_no_article_of_the_source_is_left_out(href: str) -> None:
    assert listing_links(page(f'<a href="{href}">Trao cờ thi đua</a>'), URL, source()) == Listing()


def test_a_sub_domain_belongs_to_the_source() -> None:
    url = "https://angia.baothu.example/trao-co-cho-ba-xa-12345.html"
    assert listing_links(page(f'<a href="{url}">x</a>'), URL, source()).articles == (Link(url, "x"),)


def test_the_pattern_of_the_source_decides_where_it_has_one() -> None:
    body = '<a href="/b/7">Ngắn</a><a href="/thi-dua/trao-co-cho-ba-xa-12345.html">Dài</a>'
    (link,) = listing_links(page(body), URL, source(article_pattern=r"^/b/\d+$")).articles
    assert link.url == f"{HOST}/b/7"


def test_a_declared_base_counts() -> None:
    found = listing_links(page('<a href="trao-co-cho-ba-xa-12345.html">x</a>', "<base href='/tin/'>"), URL, source())
    assert found.articles[0].url == f"{HOST}/tin/trao-co-cho-ba-xa-12345.html"


@pytest.mark.parametrize(
    ("here", "body", "further"),
    [
        ("/thi-dua/", '<a href="?page=2">2</a><a href="?page=3">3</a>', ["/thi-dua/?page=2", "/thi-dua/?page=3"]),
        ("/thi-dua/?page=2", '<a href="?page=1">1</a><a href="?page=3">3</a>', ["/thi-dua/?page=3"]),
        ("/thi-dua", '<a href="/thi-dua/page/2/">2</a>', ["/thi-dua/page/2/"]),
        ("/vi/news/thi-dua/", '<a href="/vi/news/thi-dua/page-2/">2</a>', ["/vi/news/thi-dua/page-2/"]),
        ("/thi-dua.html", '<a href="/thi-dua/trang-2.html">2</a>', ["/thi-dua/trang-2.html"]),
        ("/tin?p_p_id=x", '<a href="/tin?p_p_id=x&_x_cur=2">2</a>', ["/tin?_x_cur=2&p_p_id=x"]),
        ("/thi-dua/", '<a href="/thi-dua/p9">9</a><a href="/thi-dua/p2">2</a>', ["/thi-dua/p2", "/thi-dua/p9"]),
        ("/thi-dua/", '<a href="/thi-dua/x/2">Trang sau »</a>', ["/thi-dua/x/2"]),
        ("/thi-dua/", '<a rel="next" href="/thi-dua/x/2"><img src=a.gif></a>', ["/thi-dua/x/2"]),
        ("/thi-dua/", '<a href="/thi-dua/x/2"> › </a>', ["/thi-dua/x/2"]),
        ("/thi-dua/", '<a href="/kinh-te/?page=2">2</a>', []),
        ("/thi-dua/", '<a href="?page=2">1</a>' * 2, ["/thi-dua/?page=2"]),
        ("/thi-dua/", '<a href="?month=13&amp;year=2026">Trang sau</a>', []),
        ("/thi-dua/", '<a href="?page=99999">cuối</a>', []),
        ("/thi-dua/", '<a href="https://khac.example/thi-dua/?page=2">Trang sau</a>', []),
    ],
)
def test_next_pages(here: str, body: str, further: list[str]) -> None:
    assert list(listing_links(page(body), HOST + here, source()).next_pages) == [HOST + path for path in further]


def test_next_pages_are_few_and_nearest_first() -> None:
    body = "".join(f'<a href="?page={n}">{n}</a>' for n in range(50, 1, -1))
    found = listing_links(page(body), URL, source())
    assert list(found.next_pages) == [f"{URL}?page={n}" for n in (2, 3, 4)]


def test_a_declared_pattern_of_next_pages_counts() -> None:
    body = '<a href="/cu-hon/20">...</a>'
    assert listing_links(page(body), URL, source()).next_pages == ()
    assert listing_links(page(body), URL, source(listing_next=r"^/cu-hon/\d+$")).next_pages == (f"{HOST}/cu-hon/20",)


def test_very_many_links_are_cut() -> None:
    body = "".join(f'<a href="/tin/trao-co-thi-dua-{n}.html">x</a>' for n in range(10_000, 110_000))
    assert len(listing_links(page(body), URL, source()).articles) == LINK_LIMIT


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"%PDF-1.4", b"{}", b"<a", b"<div>" * 50_000])
def test_what_is_no_page_leads_nowhere(content: bytes) -> None:
    assert listing_links(content, URL, source()) == Listing()


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_break_it(content: bytes, wrapped: bool) -> None:
    listing_links(b"<a href='" + content + b"'>x</a>" if wrapped else content, URL, source())


@pytest.mark.parametrize("url", ["https://bao]thu.example/", "https://[thu/", "bài viết", ""])
def test_a_listing_without_an_address_has_no_next_page(url: str) -> None:
    body = f'<a href="{HOST}/tin/trao-co-thi-dua-10001.html">Trao cờ</a><a href="{HOST}/tin/?page=2">Trang sau</a>'
    assert listing_links(page(body), url).next_pages == ()
