"""What a feed leads to, and what a hostile one does not do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.discovery.feeds import feed_links
from extractors.discovery.model import LINK_LIMIT, Link

URL = "https://baothu.example/rss/home.rss"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Báo Thử</title>{"".join(items)}</channel></rss>'.encode()


def item(link: str = "https://baothu.example/a-1.html", title: str = "Trao cờ thi đua", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def test_an_item_has_address_title_day_and_lead() -> None:
    content = rss(
        item(
            "https://baothu.example/a-1.html?utm_source=rss",
            "<![CDATA[Trao &quot;Cờ thi đua&quot;  cho 5 xã]]>",
            "<pubDate>Wed, 31 Dec 2025 18:30:00 GMT</pubDate><description>&lt;img src=x&gt; Sáng 31/12.</description>",
        )
    )
    link = Link("https://baothu.example/a-1.html", 'Trao "Cờ thi đua" cho 5 xã', date(2026, 1, 1), "Sáng 31/12.")
    assert feed_links(content, URL) == (link,)


def test_atom_is_read_too() -> None:
    entry = (
        '<entry><title>Phát động thi đua</title><link href="/b-2.html"/><updated>2025-06-01T08:00:00+07:00</updated>'
    )
    content = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entry}</entry></feed>'.encode()
    assert feed_links(content, URL) == (Link("https://baothu.example/b-2.html", "Phát động thi đua", date(2025, 6, 1)),)


def test_relative_links_stand_on_the_feed_and_each_address_comes_once() -> None:
    content = rss(item("/a-1.html"), item("https://baothu.example/a-1.html#x", "Lần nữa"), item("b-2.html"))
    assert [link.url for link in feed_links(content, URL)] == [
        "https://baothu.example/a-1.html",
        "https://baothu.example/rss/b-2.html",
    ]


@pytest.mark.parametrize("written", ["01 Jan 1246 00:00:00 GMT", "Thu, 01 Jan 2099 00:00:00 GMT", "hôm qua", ""])
def test_an_impossible_date_is_dropped_and_its_item_stays(written: str) -> None:
    (link,) = feed_links(rss(item(more=f"<pubDate>{written}</pubDate>")), URL)
    assert link.published is None


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "mailto:a@b.example", "http://[bad", "x" * 5000])
def test_an_item_that_leads_nowhere_is_left_out(link: str) -> None:
    assert feed_links(rss(item(link), item()), URL) == feed_links(rss(item()), URL)


def test_an_identifier_that_is_an_address_serves_where_there_is_no_link() -> None:
    content = rss("<item><title>x</title><guid>https://baothu.example/c-3.html</guid></item>")
    assert [link.url for link in feed_links(content, URL)] == ["https://baothu.example/c-3.html"]


def test_entities_are_neither_fetched_nor_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bimat", "utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared, used in ((f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"), (f'<!ENTITY l0 "ha">{laughs}', "&l9;")):
        head = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>'
        links = feed_links(rss(item(title=f"Tin {used}"), head=head), URL)
        assert all("bimat" not in link.title and len(link.title) < 500 for link in links)


def test_the_bytes_of_a_feed_are_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    feed = tmp_path / "<item "
    feed.write_bytes(rss(item()))
    assert feed_links(str(feed).encode(), URL) == ()


def test_a_feed_of_very_many_items_is_cut() -> None:
    content = rss(*(item(f"/a-{n}.html") for n in range(LINK_LIMIT + 500)))
    assert len(feed_links(content, URL)) == LINK_LIMIT


def test_a_feed_that_breaks_off_has_what_stood_before() -> None:
    content = rss(item("/a-1.html"), item("/a-2.html"), item("/a-3.html"))
    links = feed_links(content[: content.index(b"/a-3")], URL)
    assert [link.url for link in links][:2] == ["https://baothu.example/a-1.html", "https://baothu.example/a-2.html"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><html><body><item><link>/a-1.html</link></item></body></html>",
        b"  <html><a href='/a-1.html'>x</a></html>",
        b'{"items": []}',
        b"\x00\xff" * 500,
        "Trang không tồn tại".encode(),
    ],
)
def test_what_is_no_feed_has_no_items(content: bytes) -> None:
    assert feed_links(content, URL) == ()


def test_crossed_elements_do_not_break_it() -> None:
    assert feed_links(b"<rss><channel><item><link></item></link></channel></rss>", URL) == ()


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_it(content: bytes, wrapped: bool) -> None:
    feed_links(b"<rss><channel><item>" + content + b"</item></channel></rss>" if wrapped else content, URL)
