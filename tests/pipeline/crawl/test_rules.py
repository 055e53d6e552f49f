"""The pure rules of a crawl: robots.txt, verdicts, traps, and when to ask again."""

from __future__ import annotations

import errno
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from OpenSSL import SSL
from service_identity import CertificateError
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from corpus.rules import Rule, load_rules
from pipeline.archive.exchange import Exchange, Place
from pipeline.archive.write import Archive
from pipeline.crawl import again
from pipeline.crawl.handler import HeadersTooLargeError
from pipeline.crawl.keeper import Keeper, Keepsake
from pipeline.crawl.robots import RobotsRefusedError, RobotsUnreachableError, rules_of
from pipeline.crawl.settings import DAY, HOUR, CrawlSettings
from pipeline.crawl.traps import shape_of, trap_in
from pipeline.crawl.verdicts import Kind, of_failure, of_status, wait_asked
from pipeline.crawl.walls import false_page, is_front_page
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Found
from pipeline.ledger.run import Run
from pipeline.ledger.sites import RobotsAnswer
from pipeline.ledger.states import Role
from tests.pipeline.kept import kept_versions

PAGE = "https://bao.example/thi-dua/tin-post12.html?trang=2"
ALLOWING = [
    b"", b"\n\n", b"User-agent: *\nDisallow:", b"User-agent: *\nDisallow: /quan-tri", b"Disallow: /\n",
    b"User-agent: *\nDisallow: /\nAllow: /thi-dua/", b"User-agent: *\nDisallow: /thi-dua/tin\nAllow: /thi-dua/tin-post",
    b"User-agent: *\nDisallow: /\n\nUser-agent: thidua\nDisallow: /khac", b"user-AGENT: THIDUA\nallow: /",
    b"User-agent: *\nDisallow: /*.html$", b"User-agent: *\nDisallow: /THI-DUA",
    b"User-agent: *\nDisallow: /*.php", b"\xff\xfe\x00garbage\x00", b"<html>Disallow: /</html>",
    b"# User-agent: *\n# Disallow: /", b"Sitemap: https://bao.example/sitemap.xml",
]  # fmt: skip
DISALLOWING = [
    b"User-agent: *\nDisallow: /", b"User-agent: *\nDisallow: /thi-dua", b"User-agent: *\nDisallow: *",
    b"User-agent: *\nDisallow: /*trang=", b"User-agent: *\nDisallow: /*.html", b"User-agent: *\nDisallow: /*2$",
    b"User-agent: thidua\nDisallow: /\n\nUser-agent: *\nAllow: /", b"User-agent: khac\nUser-agent: *\nDisallow: /",
    b"\xef\xbb\xbfUser-agent: *\nDisallow: /", "User-agent: *\nDisallow: /".encode("utf-16"),
    b"User-agent: *\r\nDisallow: /\r\n", b"User-agent: *\rDisallow: /\r", b"  User-agent : *  \n Disallow :  /  # all",
    b"User-agent: *\nDisallow: /%74hi-dua/", b"nonsense\nUser-agent: *\nmore nonsense\nDisallow: /",
    b"User-agent: *\nDisallow: /" + b"*a" * 2000 + b"\nDisallow: /thi-dua/",
]  # fmt: skip


@pytest.mark.parametrize("body", ALLOWING)
def test_robots_files_that_allow(body: bytes) -> None:
    rules_of(RobotsAnswer(200, body)).check(PAGE)


@pytest.mark.parametrize("body", DISALLOWING)
def test_robots_files_that_disallow(body: bytes) -> None:
    with pytest.raises(RobotsRefusedError):
        rules_of(RobotsAnswer(200, body)).check(PAGE)


@pytest.mark.parametrize("status", [301, 308, 400, 401, 403, 404, 410, 418, 451])
def test_an_absent_robots_file_allows(status: int) -> None:
    rules_of(RobotsAnswer(status, b"User-agent: *\nDisallow: /")).check(PAGE)


@pytest.mark.parametrize("status", [0, 100, 429, 500, 502, 503, 504, 599, 999])
def test_an_unreachable_robots_file_disallows(status: int) -> None:
    with pytest.raises(RobotsUnreachableError):
        rules_of(RobotsAnswer(status, b"")).check(PAGE)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("Crawl-delay: 2.5", 2.5), ("Crawl-delay: 0", 0), ("Crawl-delay: 1e9", 1e9), ("Crawl-delay: inf", 0),
        ("Crawl-delay: nan", 0), ("Crawl-delay: -3", 0), ("Crawl-delay: x", 0), ("Request-rate: 1/10", 10),
    ],
)  # fmt: skip
def test_delays_that_are_asked_for(line: str, seconds: float) -> None:
    asked = rules_of(RobotsAnswer(200, f"User-agent: *\n{line}\n".encode())).delay_seconds
    assert max(asked, 0) == seconds


@given(st.binary(max_size=2000))
def test_no_robots_file_breaks_the_parser(body: bytes) -> None:
    rules = rules_of(RobotsAnswer(200, b"User-agent: *\nDisallow: " + body))
    assert rules.delay_seconds == rules.delay_seconds
    try:
        rules.check(PAGE)
    except RobotsRefusedError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Kind.PAGE), (203, Kind.PAGE), (204, Kind.LATER), (206, Kind.LATER), (304, Kind.NOT_MODIFIED),
        (301, Kind.REDIRECT), (308, Kind.REDIRECT), (300, Kind.LATER), (400, Kind.GONE), (404, Kind.GONE),
        (410, Kind.GONE), (401, Kind.LATER), (403, Kind.LATER), (451, Kind.LATER), (408, Kind.PASSING),
        (429, Kind.PASSING), (500, Kind.PASSING), (503, Kind.PASSING), (501, Kind.LATER), (999, Kind.LATER),
    ],
)  # fmt: skip
def test_verdicts_by_status(status: int, kind: Kind) -> None:
    assert of_status(status, "/", None, 0.0).kind is kind


class Error(Exception):
    """No error of TLS, whatever its name says."""


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (SSL.Error([("SSL routines", "", "wrong version number")]), (Kind.LATER, "TLS: ")),
        (CertificateError("expired"), (Kind.LATER, "TLS: expired")),
        (HeadersTooLargeError("70 kB"), (Kind.LATER, "headers too large: 70 kB")),
        (Error("no route"), (Kind.PASSING, "connection: no route")),
    ],
)
def test_verdicts_by_failure(error: Exception, verdict: tuple[Kind, str]) -> None:
    kind, reason = verdict
    for failure in (error, ResponseFailed([Failure(error)])):
        assert of_failure(failure).kind is kind
        assert of_failure(failure).reason.startswith(reason)


def test_a_redirect_to_nowhere_is_a_failure() -> None:
    assert of_status(302, None, None, 0.0).kind is Kind.LATER


@given(st.text(max_size=60))
def test_no_retry_after_breaks_anything(written: str) -> None:
    asked = wait_asked(written, 0.0)
    assert asked is None or 0 <= asked < float("inf")


@pytest.mark.parametrize(
    "url",
    [
        "https://bao.example/thi-dua/2025/11/20/tin-post12.html", "https://bao.example/?trang=12&loai=3",
        "https://bao.example/in/w/hoi-nghi-nam-2030", "https://bao.example/tin-tuc?ngay=2025-11-20",
        "https://bao.example/p/1945/cach-mang-1945.html", "https://bao.example/ke-hoach-2026-2030-post12.html",
        "https://bao.example/tin?nam=2025&q=2045",
    ],
)  # fmt: skip
def test_sound_addresses_are_no_traps(url: str) -> None:
    assert trap_in(url, 2025) is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://bao.example/lich/2031/05/", "calendar"), ("https://bao.example/lich?thang=1246-01", "calendar"),
        ("https://bao.example/lich?nam=2099", "calendar"), ("https://bao.example/lich/2099-01-31", "calendar"),
        ("https://bao.example/a/a/a/tin.html", "repeated path segments"),
        ("https://bao.example/" + "/".join("abcdefghijklm"), "repeated path segments"),
        ("https://bao.example/tin?" + "&".join(f"f{n}=1" for n in range(20)), "too many parameters"),
        ("https://bao.example/tin?sid=4f2", "session id"),
    ],
)  # fmt: skip
def test_traps_have_names(url: str, name: str) -> None:
    assert trap_in(url, 2025) == name


def test_pages_of_a_calendar_have_one_shape_and_articles_do_not() -> None:
    assert shape_of("https://bao.example/lich/2025/11") == shape_of("https://bao.example/lich/1999/1")
    assert shape_of("https://bao.example/thi-dua") != shape_of("https://bao.example/khen-thuong")


@pytest.mark.parametrize(
    ("body", "beginning"),
    [
        ("<title>Just a moment...</title>", "shut out"), ("<p>Thông báo từ chối truy cập</p>", "shut out"),
        ("<title>Không tìm thấy trang</title>", "soft 404"), ("<title>Error 404</title>", "soft 404"),
    ],
)  # fmt: skip
def test_pages_that_are_none(body: str, beginning: str) -> None:
    assert str(false_page(body.encode())).startswith(beginning)


def test_a_long_article_with_a_comment_form_is_a_page() -> None:
    text = "<title>Hội nghị tổng kết 404 mô hình</title>".replace("404", "4040")
    assert false_page((text + "<p>thi đua</p>" * 5000 + "<div class='g-recaptcha'>").encode()) is None


@pytest.mark.parametrize("rule", load_rules("walls").rules, ids=lambda rule: rule.id)
def test_each_wall_is_known_and_what_only_looks_like_one_is_not(rule: Rule) -> None:
    if rule.id.startswith("wall.front."):
        assert is_front_page(f"https://bao.example{rule.example}")
        assert not is_front_page(f"https://bao.example{rule.counterexample}")
    else:
        told = false_page(f"<title>{rule.example}</title>".encode())
        assert str(told).startswith("soft 404" if rule.id.startswith("wall.missing.") else "shut out")
        assert false_page(f"<title>{rule.counterexample}</title>".encode()) is None


def test_front_pages() -> None:
    assert is_front_page("https://bao.example") and is_front_page("https://bao.example/vi/")
    assert not is_front_page("https://bao.example/?p=12") and not is_front_page("https://bao.example/tin")


def test_when_to_ask_again() -> None:
    limits = CrawlSettings(nights=3, revisit_days=(1.0, 7.0))
    now = time.time()
    assert (again.after_failure(1, limits) or 0) - now < DAY
    assert again.after_failure(3, limits) is None
    assert [round(((again.after_look(n, limits) or now) - now + 4 * HOUR) / DAY) for n in (1, 2)] == [1, 7]
    assert again.after_look(3, limits) is None


class _FullDisk(Archive):
    def append(self, exchange: Exchange) -> Place:
        raise OSError(errno.ENOSPC, "No space left on device", exchange.url)


def test_a_full_disk_is_told_once_and_nothing_is_acknowledged(tmp_path: Path) -> None:
    told: list[OSError] = []
    with Ledger(tmp_path / "l") as ledger, _FullDisk(tmp_path / "a") as archive:
        run = Run.begin(ledger)
        run.discover(Found(f"http://bao.example/{n}", "bao", Role.ARTICLE) for n in range(70))
        keeper = Keeper(archive, run, told.append)
        exchange = Exchange("http://bao.example/", datetime.now(UTC), (), 200, (), b"x")
        keeper._waiting = [
            Keepsake(visit, exchange, Answer("d", None, None), None) for visit in run.open_visits("bao", 70)
        ]
        keeper.flush()
        keeper.flush()
        assert [error.errno for error in told] == [errno.ENOSPC]
        assert kept_versions(ledger) == ()
        assert run.books()["bao", Role.ARTICLE].pending == 70
