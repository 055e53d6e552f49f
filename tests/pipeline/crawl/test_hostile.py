"""Hostile servers: each has its expected outcome, and none stops the run or fills the memory."""

from __future__ import annotations

import fcntl
import gzip
import os
import pickle
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.sources import Source
from pipeline.bench.memory import peak_of
from pipeline.crawl.report import CrawlReport
from tests.mockserver import plays
from tests.mockserver.certificates import expired_context
from tests.mockserver.server import Hit, Plays, Server, answer, article, listing
from tests.pipeline.crawl.crawling import ARTICLE, articles, crawled, of, source

Outcomes = tuple[str, str]
"""What became of the articles, and the beginning of the reason."""

FETCHED = ("fetched", "")
TOO_LARGE = ("failed", "body too large")
NOT_ALLOWED = ("refused_robots", "robots.txt disallows")
NO_ROBOTS = ("refused_robots", "robots.txt cannot be had")
OFF_SITE = ("refused_guard", "redirect: ")

PAGES: dict[str, tuple[Plays, Outcomes]] = {
    "gzip-bomb": (plays.one(lambda _: plays.bomb("gzip")), TOO_LARGE),
    "deflate-bomb": (plays.one(lambda _: plays.bomb("deflate")), TOO_LARGE),
    "brotli-bomb": (plays.one(lambda _: plays.bomb("br")), TOO_LARGE),
    "zstd-bomb": (plays.one(lambda _: plays.bomb("zstd")), TOO_LARGE),
    "twice-packed-bomb": (plays.one(lambda _: plays.nested_bomb(2)), TOO_LARGE),
    "ten-times-packed": (plays.one(lambda _: plays.nested_bomb(10)), ("failed", "body: 10 encodings")),
    "unknown-encoding": (plays.one(plays.always(answer("x", Content_Encoding="rot13"))), ("failed", "body: encoding")),
    "no-gzip": (plays.one(plays.always(answer("no gzip", Content_Encoding="gzip"))), ("failed", "body: ")),
    "endless-body": (plays.one(plays.endless_body), TOO_LARGE),
    "promised-too-large": (
        plays.one(plays.cut_short(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<p>")),
        TOO_LARGE,
    ),
    "one-byte-a-time": (plays.one(plays.one_byte_at_a_time), ("failed", "no whole answer")),
    "slow-headers": (plays.one(plays.slow_headers), ("failed", "no whole answer")),
    "silent": (plays.one(plays.silence), ("failed", "no whole answer")),
    "endless-headers": (plays.one(plays.endless_headers(b"X-A: b\r\n")), ("failed", "headers too large")),
    "interim-answers": (
        plays.one(plays.endless_headers(b"HTTP/1.1 100 Continue\r\n\r\n", b"")),
        ("failed", "headers too large"),
    ),
    "no-http": (plays.one(plays.cut_short(b"\x00\x01\x02 thi dua\r\n\r\n")), ("failed", "connection: ")),
    "hangs-up": (plays.one(plays.cut_short(b"")), ("failed", "connection: ")),
    "cut-short": (
        plays.one(plays.cut_short(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>thi dua")),
        ("failed", "connection: "),
    ),
    "bad-chunks": (
        plays.one(plays.cut_short(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
        ("failed", "connection: "),
    ),
    "redirect-loop": (plays.one(plays.always(plays.redirect(ARTICLE))), ("failed", "more than 5 redirects")),
    "to-loopback": (plays.one(plays.always(plays.redirect("http://127.0.0.1:9/"))), OFF_SITE),
    "to-metadata": (plays.one(plays.always(plays.redirect("http://169.254.169.254/latest/"))), OFF_SITE),
    "to-decimal": (plays.one(plays.always(plays.redirect("http://2130706433/"))), OFF_SITE),
    "to-mapped": (plays.one(plays.always(plays.redirect("http://[::ffff:127.0.0.1]/"))), OFF_SITE),
    "to-file": (plays.one(plays.always(plays.redirect("file:///etc/passwd"))), OFF_SITE),
    "to-data": (plays.one(plays.always(plays.redirect("data:text/html,x"))), OFF_SITE),
    "to-gopher": (plays.one(plays.always(plays.redirect("gopher://to-gopher.example/"))), OFF_SITE),
    "to-user": (plays.one(plays.always(plays.redirect("http://to-user.example@10.0.0.1/"))), OFF_SITE),
    "to-nonsense": (plays.one(plays.always(plays.redirect("http://[:::/"))), OFF_SITE),
    "to-front-page": (plays.one(plays.always(plays.redirect("/"))), ("failed", "soft 404")),
    "moved": (
        plays.one(plays.always(plays.redirect("/moi"))) | {"/moi": plays.always(answer(article("moved")))},
        FETCHED,
    ),
    "busy-a-second": (
        plays.one(plays.once(answer("", 503, Retry_After="1"), answer(article("busy")))),
        FETCHED,
    ),
    "busy-for-years": (plays.one(plays.always(answer("", 429, Retry_After="999999999"))), ("pending", "status 429")),
    "busy-until-2099": (
        plays.one(plays.always(answer("", 503, Retry_After="Fri, 02 Jan 2099 00:00:00 GMT"))),
        ("pending", "status 503"),
    ),
    "busy-nonsense": (
        plays.one(plays.once(answer("", 503, Retry_After="-1e9x"), answer(article("soon")))),
        FETCHED,
    ),
    "broken": (plays.one(plays.always(answer("", 500))), ("failed", "status 500")),
    "gone": (plays.one(plays.always(answer("", 410))), ("failed", "status 410")),
    "forbidden": (plays.one(plays.always(answer("", 403))), ("failed", "status 403")),
    "no-such-status": (plays.one(plays.always(answer("", 999))), ("failed", "status 999")),
    "unasked-304": (plays.one(plays.always(answer("", 304))), ("failed", "status 304")),
    "wrong-charset": (
        plays.one(plays.always(answer("thi đua".encode("utf-16"), media_type="text/html; charset=x-thi-dua"))),
        FETCHED,
    ),
    "empty": (plays.one(plays.always(answer(""))), ("failed", "the body is empty")),
    "picture": (plays.one(plays.always(answer(b"\x89PNG", media_type="image/png"))), ("failed", "not HTML")),
    "captcha": (
        plays.one(plays.always(answer("<title>Chờ một chút</title><div class='g-recaptcha'>CAPTCHA</div>"))),
        ("failed", "shut out"),
    ),
    "soft-404": (plays.one(plays.always(answer("<title>404 - Không tìm thấy trang</title>"))), ("failed", "soft 404")),
}

LONG_RULES = "\n".join(f"Disallow: /x{n}/" for n in range(60_000))
ROBOTS: dict[str, tuple[Plays, Outcomes]] = {
    "robots-allow": (plays.robots("User-agent: *\nDisallow: /quan-tri/"), FETCHED),
    "robots-empty": (plays.robots(""), FETCHED),
    "robots-disallow-all": (plays.robots("User-agent: *\nDisallow: /"), ("none", "")),
    "robots-for-us": (plays.robots("User-agent: *\nAllow: /\n\nUser-agent: thidua\nDisallow: /tin/"), NOT_ALLOWED),
    "robots-for-others": (plays.robots("User-agent: other\nDisallow: /\n"), FETCHED),
    "robots-wildcard": (plays.robots("User-agent: *\nDisallow: /*post"), NOT_ALLOWED),
    "robots-end": (plays.robots("User-agent: *\nDisallow: /*.html$"), NOT_ALLOWED),
    "robots-longest-wins": (plays.robots("User-agent: *\nDisallow: /tin/\nAllow: /tin/phong"), FETCHED),
    "robots-bom": (plays.robots(b"\xef\xbb\xbfUser-agent: *\nDisallow: /tin/"), NOT_ALLOWED),
    "robots-utf16": (plays.robots("User-agent: *\nDisallow: /tin/".encode("utf-16")), NOT_ALLOWED),
    "robots-html": (plays.robots("<html><body>Disallow: / nothing</body></html>", 200, "text/html"), FETCHED),
    "robots-gzip": (
        plays.robots(gzip.compress(b"User-agent: *\nDisallow: /tin/"), Content_Encoding="gzip"),
        NOT_ALLOWED,
    ),
    "robots-bomb": (plays.site(ARTICLE) | {"/robots.txt": lambda _: plays.bomb("gzip")}, ("none", "")),
    "robots-huge": (plays.robots(f"User-agent: *\n{LONG_RULES}\nDisallow: /tin/"), FETCHED),
    "robots-huge-first": (plays.robots(f"User-agent: *\nDisallow: /tin/\n{LONG_RULES}"), NOT_ALLOWED),
    "robots-401": (plays.robots("", 401), FETCHED),
    "robots-403": (plays.robots("", 403), FETCHED),
    "robots-404": (plays.robots("", 404), FETCHED),
    "robots-429": (plays.robots("", 429), ("none", "")),
    "robots-500": (plays.robots("", 500), ("none", "")),
    "robots-503": (plays.robots("", 503), ("none", "")),
    "robots-silent": (plays.site(ARTICLE) | {"/robots.txt": plays.silence}, ("none", "")),
    "robots-hangs-up": (plays.site(ARTICLE) | {"/robots.txt": plays.cut_short(b"")}, ("none", "")),
    "robots-moved": (
        plays.site(ARTICLE)
        | {
            "/robots.txt": plays.always(plays.redirect("/r2")),
            "/r2": plays.always(answer("User-agent: *\nDisallow: /tin/")),
        },
        NOT_ALLOWED,
    ),
    "robots-loop": (plays.site(ARTICLE) | {"/robots.txt": plays.always(plays.redirect("/robots.txt"))}, FETCHED),
    "robots-to-file": (plays.site(ARTICLE) | {"/robots.txt": plays.always(plays.redirect("file:///x"))}, ("none", "")),
    "robots-to-private": (
        plays.site(ARTICLE) | {"/robots.txt": plays.always(plays.redirect("http://10.0.0.1/"))},
        ("none", ""),
    ),
    "robots-delay-for-ever": (plays.robots("User-agent: *\nCrawl-delay: 1000000000"), ("none", "")),
    "robots-delay-nonsense": (plays.robots("User-agent: *\nCrawl-delay: -nan"), FETCHED),
}
CASES = PAGES | ROBOTS

MANY_LINKS = "".join(f'<a href="/tin/phong-trao-post{n}.html">' for n in range(100_000, 200_000))
FEED_ITEMS = "".join(
    f"<item><title>Thi đua</title><link>http://long-feed.example/tin/phong-trao-post{n}.html</link></item>"
    for n in range(100_000, 130_000)
)
GUIDES: dict[str, Plays] = {
    "same-body": {
        "/": plays.always(answer(listing(*(f"/tin/phong-trao-post1000{n}.html" for n in range(8))))),
        "*": plays.always(answer(article("same"))),
        "/robots.txt": plays.always(answer("", 404)),
    },
    "calendar": {"*": plays.calendar, "/robots.txt": plays.always(answer("", 404))},
    "many-links": {
        "/": lambda _: answer(gzip.compress(MANY_LINKS.encode()), Content_Encoding="gzip"),
        "*": lambda hit: answer(article(hit.path)),
        "/robots.txt": plays.always(answer("", 404)),
    },
    "dates": {
        "/feed": plays.always(answer(
            "<rss><channel>"
            + "".join(
                f"<item><title>Thi đua</title><link>http://dates.example/tin/phong-trao-post1000{n}.html</link>"
                f"<pubDate>Mon, 01 Jan {year} 00:00:00 +0700</pubDate></item>"
                for n, year in enumerate((1246, 2099, 2025))
            )
            + "</channel></rss>",
            media_type="application/rss+xml",
        ))
    },
    "xxe": {
        "/feed": plays.always(answer(
            '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title>'
            "<link>http://xxe.example/tin/phong-trao-post10001.html</link></item></channel></rss>",
            media_type="application/rss+xml",
        ))
    },
    "laughs": {
        "/feed": plays.always(answer(
            "<!DOCTYPE r [<!ENTITY a 'thi đua '>"
            + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in pairwise("abcdefghij"))
            + "]><rss><channel><item><title>&j;</title></item></channel></rss>",
            media_type="application/rss+xml",
        ))
    },
    "long-feed": {
        "/feed": lambda _: answer(
            gzip.compress(f"<rss><channel>{FEED_ITEMS}</channel></rss>".encode()), Content_Encoding="gzip"
        ),
        "*": lambda hit: answer(article(hit.path)),
        "/robots.txt": plays.always(answer("", 404)),
    },
    "sitemaps-for-ever": {
        "*": lambda hit: answer(
            "<sitemapindex>"
            + "".join(f"<sitemap><loc>http://sitemaps-for-ever.example{hit.path}/{n}</loc></sitemap>" for n in range(9))
            + "</sitemapindex>",
            media_type="application/xml",
        ),
        "/robots.txt": plays.always(answer("", 404)),
    },
    "sitemap-bomb": {"/feed": plays.always(answer(plays.packed_blanks(), media_type="application/gzip"))},
    "traps": {
        "/": plays.always(answer(listing(
            "/a/tin/a/tin/a/tin/phong-trao-post10001.html",
            "/tin/phong-trao-post10001.html?sess_id=0123456789",
            "/tin/phong-trao-post10001.html?ngay=2099-01-01",
        )))
    },
}  # fmt: skip


@dataclass(frozen=True)
class Played:
    """The one crawl that all these tests look at."""

    report: CrawlReport
    log: list[Hit]
    peak_mib: float
    published: list[str | None]
    """The days that the feed with absurd dates is believed to tell."""

    def paths(self, host: str) -> list[str]:
        return [hit.path for hit in self.log if hit.host == host]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Played once, also where several processes share the tests out."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with (folder / "hostile.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = folder / "hostile.pickle"
        if not result.exists():
            result.write_bytes(pickle.dumps(_play(tmp_path_factory.mktemp("hostile"))))
        return pickle.loads(result.read_bytes())  # type: ignore[no-any-return]


def _play(folder: Path) -> Played:
    secure = plays.site(ARTICLE)
    hosts = {f"{name}.example": case for name, (case, _) in CASES.items()}
    hosts |= {f"{name}.example": case for name, case in GUIDES.items()}
    hosts |= {"expired.example": secure, "excused.example": secure, "public.example": secure}
    plays.pack_bombs()
    with Server(hosts, expired_context()) as server, peak_of("pipeline.crawl.child") as peak:
        report = crawled(
            server,
            folder,
            _sources(),
            request_seconds=8.0,
            page_megabytes=5.0,
            retries=1,
            wait_seconds=3.0,
            guides_per_shape=5,
            requests_at_once=64,
        )
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as ledger:
        days = ledger.execute("SELECT published FROM urls WHERE source = 'dates' AND role = 'article' ORDER BY url")
        return Played(report, server.log, peak.mib, [day for (day,) in days])


def _sources() -> list[Source]:
    front_pages = (*CASES, "same-body", "calendar", "many-links")
    return [
        *(source(f"{name}.example", max_pages=6) for name in front_pages),
        *(
            source(f"{name}.example", start_pages=[], feeds=[f"http://{name}.example/feed"])
            for name in ("dates", "xxe", "laughs")
        ),
        source("long-feed.example", start_pages=[], feeds=["http://long-feed.example/feed"], max_pages=6),
        source("sitemaps-for-ever.example", start_pages=[], sitemaps=["http://sitemaps-for-ever.example/s"]),
        source("sitemap-bomb.example", start_pages=[], sitemaps=["http://sitemap-bomb.example/feed"]),
        source("traps.example", article_pattern="phong-trao"),
        source("public.example", allow_private=False),
        source("expired.example", start_pages=["https://expired.example/"]),
        source(
            "excused.example",
            start_pages=["https://excused.example/"],
            insecure_tls_reason="the certificate of the mock server",
        ),
    ]


@pytest.mark.parametrize("name", CASES)
def test_each_hostile_host_has_its_outcome(played: Played, name: str) -> None:
    outcome, reason = CASES[name][1]
    one = of(played.report, name)
    if outcome == "none":
        assert one.articles.discovered == 0, "without its robots.txt, not even the front page is asked for"
        assert "/" not in played.paths(f"{name}.example")
        return
    assert one.articles.discovered == 1, one
    assert getattr(one.articles, outcome) == 1, one
    if reason:
        assert any(told.startswith(f"{outcome}: {reason}") for told, _ in one.reasons), one.reasons


def test_the_books_of_every_source_close(played: Played) -> None:
    assert played.report.stopped is None
    assert played.report.closes


def test_no_bomb_fills_the_memory(played: Played) -> None:
    assert 0 < played.peak_mib < 600


def test_nothing_private_was_asked(played: Played) -> None:
    assert {hit.host.rpartition(".")[2] for hit in played.log} == {"example"}


def test_a_host_that_resolves_to_loopback_is_refused_unless_its_source_allows_it(played: Played) -> None:
    one = of(played.report, "public")
    assert one.guides.refused_guard == 1
    assert one.reasons == (("refused_guard: public.example is at 127.0.0.1, which is not public", 1),)
    assert played.paths("public.example") == []


def test_an_expired_certificate_is_refused_unless_its_source_says_why(played: Played) -> None:
    refused = of(played.report, "expired")
    assert refused.guides.refused_robots == 1
    assert "TLS" in refused.reasons[0][0]
    assert played.paths("expired.example") == []
    assert articles(played.report, "excused").fetched == 1


def test_the_same_body_for_all_addresses_is_kept_a_few_times_and_named(played: Played) -> None:
    one = of(played.report, "same-body")
    assert (one.articles.fetched, one.articles.refused_guard, one.articles.pending) == (3, 3, 2)
    assert [trap.name for trap in one.traps] == ["same body at many addresses"]


def test_an_endless_calendar_ends(played: Played) -> None:
    one = of(played.report, "calendar")
    assert one.guides.discovered == 6, "the start page and five of its shape"
    assert one.articles.discovered <= 6
    assert "too many pages of one shape" in {trap.name for trap in one.traps}


def test_a_hundred_thousand_links_are_bounded_and_wait_their_turn(played: Played) -> None:
    books = articles(played.report, "many-links")
    assert books.fetched == 6
    assert 6 < books.discovered <= 2_000
    assert books.pending == books.discovered - 6


def test_absurd_dates_and_entities_of_a_feed_do_no_harm(played: Played) -> None:
    assert articles(played.report, "dates").discovered == 3
    assert articles(played.report, "xxe").discovered <= 1
    assert of(played.report, "xxe").guides.fetched == 1


def test_no_absurd_date_of_a_feed_is_believed(played: Played) -> None:
    assert played.published == [None, None, "2025-01-01"]


def test_entities_within_entities_and_long_feeds_are_bounded(played: Played) -> None:
    assert articles(played.report, "laughs").discovered == 0
    books = articles(played.report, "long-feed")
    assert (books.fetched, books.discovered, books.pending) == (6, 2_000, 1_994), books


def test_sitemaps_that_lead_to_ever_more_sitemaps_end(played: Played) -> None:
    one = of(played.report, "sitemaps-for-ever")
    assert one.guides.discovered <= 60, "five of a shape, and a path has no more than twelve steps"
    assert "too many pages of one shape" in {trap.name for trap in one.traps}


def test_a_sitemap_bomb_gives_nothing(played: Played) -> None:
    one = of(played.report, "sitemap-bomb")
    assert one.guides.fetched == 1
    assert one.articles.discovered == 0


def test_addresses_that_look_like_traps_are_named_and_not_taken(played: Played) -> None:
    one = of(played.report, "traps")
    assert one.articles.discovered == 0
    assert {trap.name for trap in one.traps} == {"repeated path segments", "session id", "calendar"}


def test_the_robots_file_is_asked_for_once_a_host(played: Played) -> None:
    for name in ("gzip-bomb", "robots-allow", "robots-500", "many-links"):
        assert played.paths(f"{name}.example").count("/robots.txt") == 1
