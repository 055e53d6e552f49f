"""What a sitemap names, and what a hostile one does not do."""

from __future__ import annotations

import gzip
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.discovery.model import SITEMAP_LIMIT, Link, Sitemap
from extractors.discovery.sitemaps import sitemap_links

URL = "https://baothu.example/sitemap.xml"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def urlset(*entries: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f"{head}<urlset {NAMESPACES}>{''.join(entries)}</urlset>".encode()


def entry(loc: str, more: str = "") -> str:
    return f"<url><loc>{loc}</loc>{more}</url>"


NEWS = (
    "<lastmod>2025-07-01T00:00:00Z</lastmod><news:news><news:publication_date>2025-06-30T23:30:00+07:00"
    "</news:publication_date><news:title>Trao cờ &amp; bằng khen</news:title></news:news>"
)
PLAIN = urlset(entry("https://baothu.example/a-1.html", NEWS), entry(" /b-2.html?utm_source=x "))
PAGES = (
    Link("https://baothu.example/a-1.html", "Trao cờ & bằng khen", date(2025, 6, 30)),
    Link("https://baothu.example/b-2.html"),
)


def test_pages_come_with_title_and_day() -> None:
    assert sitemap_links(PLAIN, URL) == Sitemap(pages=PAGES)


@pytest.mark.parametrize("content", [gzip.compress(PLAIN), b"\xef\xbb\xbf" + PLAIN, b"\n\n " + PLAIN])
def test_gzip_marks_and_space_make_no_difference(content: bytes) -> None:
    assert sitemap_links(content, URL).pages == PAGES


def test_an_index_names_sitemaps_with_the_day_they_changed() -> None:
    inner = "<sitemap><loc>/sm-1.xml.gz</loc><lastmod>2025-06-01</lastmod></sitemap>"
    content = f"<sitemapindex {NAMESPACES}>{inner}</sitemapindex>".encode()
    assert sitemap_links(content, URL) == Sitemap(
        sitemaps=(Link("https://baothu.example/sm-1.xml.gz", published=date(2025, 6, 1)),)
    )


def test_a_picture_is_not_taken_for_its_page() -> None:
    picture = "<image:image><image:loc>https://baothu.example/anh.jpg</image:loc></image:image>"
    (link,) = sitemap_links(urlset(entry("https://baothu.example/a-1.html", picture)), URL).pages
    assert link.url == "https://baothu.example/a-1.html"


def test_a_plain_list_and_a_feed_serve_too() -> None:
    listed = b"https://baothu.example/a-1.html\nhttps://baothu.example/b-2.html\n\nkhong phai\n"
    assert [link.url for link in sitemap_links(listed, URL).pages][:2] == [page.url for page in PAGES]
    feed = b"<rss><channel><item><link>/a-1.html</link></item></channel></rss>"
    assert [link.url for link in sitemap_links(feed, URL).pages] == ["https://baothu.example/a-1.html"]


def test_entities_are_neither_fetched_nor_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bimat", "utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared, used in ((f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"), (f'<!ENTITY l0 "ha">{laughs}', "&l9;")):
        head = f'<?xml version="1.0"?><!DOCTYPE urlset [{declared}]>'
        assert sitemap_links(urlset(entry(f"https://baothu.example/{used}"), head=head), URL) == Sitemap()


def test_a_gzip_bomb_is_unpacked_no_further_than_a_sitemap_may_be() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    zeros = b" " * 2**20
    bomb = b"".join([packer.compress(PLAIN[:-9]), *(packer.compress(zeros) for _ in range(200)), packer.flush()])
    assert sitemap_links(bomb, URL).pages == PAGES


def test_more_entries_than_the_protocol_allows_are_cut() -> None:
    content = urlset(*(entry(f"/a-{n}.html") for n in range(SITEMAP_LIMIT + 5)))
    assert len(sitemap_links(content, URL).pages) == SITEMAP_LIMIT


def test_one_that_breaks_off_has_what_stood_before() -> None:
    broken = PLAIN[: PLAIN.index(b"/b-2")]
    assert sitemap_links(broken, URL).pages == PAGES[:1]
    assert sitemap_links(gzip.compress(PLAIN)[:-20], URL).pages in ((), PAGES[:1], PAGES)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><html><body><p>Not Found<br></body></html>",
        b"\x1f\x8bgarbage",
        b"<url><loc>/a</loc></url>",
    ],
)
def test_what_is_no_sitemap_names_nothing(content: bytes) -> None:
    assert sitemap_links(content, URL) == Sitemap()


def test_an_address_that_leads_nowhere_is_left_out() -> None:
    content = urlset(entry("file:///etc/passwd"), entry(""), entry("https://baothu.example/" + "a" * 5000))
    assert sitemap_links(content, URL) == Sitemap()


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_it(content: bytes, wrapped: bool) -> None:
    sitemap_links(PLAIN[:-9] + content if wrapped else content, URL)
