"""One crawl of hosts with wishes of their own: how fast each is asked, what is kept, and what is left alone."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.archive.read import page_at
from pipeline.crawl.frontier import Frontier
from pipeline.crawl.hosts import Hosts
from pipeline.crawl.report import CrawlReport
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Found
from pipeline.ledger.run import Run
from pipeline.ledger.sites import left_alone
from pipeline.ledger.states import GuideKind, Role
from tests.mockserver import plays
from tests.mockserver.certificates import sound_context
from tests.mockserver.server import Hit, Plays, Server, answer, article, listing
from tests.pipeline.crawl.crawling import articles, crawled, of, source
from tests.pipeline.kept import kept_versions

PATHS = [f"/tin/phong-trao-post1000{n}.html" for n in range(6)]
_OFF_TOPIC = '<a href="/tin/gia-vang-hom-nay-post10007.html">Giá vàng hôm nay tăng mạnh</a>'
_MOVED = {PATHS[0]: plays.always(plays.redirect("/moi")), "/moi": plays.always(answer(article("moved")))}
_BROKEN = {PATHS[1]: plays.once(answer("", 500), answer(article("mended")))}
_SLOW = {"/robots.txt": plays.always(answer("User-agent: *\nCrawl-delay: 0.3", media_type="text/plain"))}
_MIXED = listing(*PATHS[:2]).replace("</div>", f"{_OFF_TOPIC}</div>")


def _hosts() -> dict[str, Plays]:
    return {
        "kept.example": plays.site(*PATHS),
        "quick.example": plays.site(*PATHS[:4]) | _MOVED | _BROKEN,
        "slow.example": plays.site(*PATHS[:3]) | _SLOW,
        "resting.example": plays.site(PATHS[0])
        | {PATHS[0]: plays.once(answer("", 503, Retry_After="1"), answer(article("rested")))},
        "busy.example": plays.site(*PATHS)
        | {path: plays.always(answer("", 429, Retry_After="7200")) for path in PATHS},
        "failing.example": plays.site(*PATHS) | {path: plays.always(answer("", 500)) for path in PATHS},
        "paper.example": plays.site(*PATHS[:2]) | {"/": plays.always(answer(_MIXED))},
        "dung.example": plays.site(PATHS[0]),
        "sai.example": plays.site(PATHS[0]),
    }


@dataclass(frozen=True)
class Evening:
    """What came of the crawl, and what the server saw."""

    folder: Path
    report: CrawlReport
    hits: dict[str, list[Hit]]

    def times(self, name: str, path: str | None = None) -> list[float]:
        return [hit.at for hit in self.hits[f"{name}.example"] if path in (None, hit.path)]


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    folder = tmp_path_factory.mktemp("evening")
    roots = folder / "roots.pem"
    before = os.environ.get("SSL_CERT_FILE")
    with Server(_hosts(), sound_context("dung.example", roots)) as server:
        sources = [
            source("kept.example"),
            source("quick.example", delay_seconds=0.2),
            source("slow.example", delay_seconds=0.1),
            source("resting.example"),
            source("busy.example"),
            source("failing.example"),
            source("paper.example", topic_filter="on"),
            *(source(host, start_pages=[f"https://{host}/"]) for host in ("dung.example", "sai.example")),
        ]
        os.environ["SSL_CERT_FILE"] = str(roots)
        try:
            report = crawled(server, folder, sources, retries=1, failures_in_a_row=3, requests_at_once_per_host=4)
        finally:
            os.environ.pop("SSL_CERT_FILE") if before is None else os.environ.update(SSL_CERT_FILE=before)
        return Evening(folder, report, {host: server.hits(host) for host in server.hosts})


def test_the_archive_holds_what_the_ledger_says_and_where(evening: Evening) -> None:
    with Ledger(evening.folder / "ledger.sqlite") as ledger:
        versions = [kept for kept in kept_versions(ledger) if kept.source == "kept"]
    assert len(versions) == 6
    for kept in versions:
        page = page_at(evening.folder / "archive", kept.place)
        assert page.content.decode() == article(page.url.removeprefix("http://kept.example"))  # type: ignore[union-attr]
        assert page.url == kept.url


def test_requests_to_a_host_are_never_closer_than_its_delay(evening: Evening) -> None:
    assert articles(evening.report, "quick").fetched == 4
    assert articles(evening.report, "slow").fetched == 3
    quick, slow = evening.times("quick"), evening.times("slow")[1:]
    assert min(later - earlier for earlier, later in pairwise(quick)) >= 0.2
    assert min(later - earlier for earlier, later in pairwise(slow)) >= 0.3


def test_a_host_that_asks_for_a_pause_gets_it(evening: Evening) -> None:
    first, second = evening.times("resting", PATHS[0])
    assert articles(evening.report, "resting").fetched == 1
    assert second - first >= 1.0


def test_a_host_that_asks_for_too_long_is_left_alone_by_later_runs_too(evening: Evening) -> None:
    assert articles(evening.report, "busy").pending == 6
    with Ledger(evening.folder / "ledger.sqlite") as ledger:
        assert Hosts(ledger, 8).closed("busy.example") == "status 429, Retry-After 7200 s"
        until, _ = left_alone(ledger, time.time())["busy.example"]
        assert 7000 < until - time.time() <= 7200
        run = Run.begin(ledger)
        run.add_due("busy")
        run.demand(Found("http://busy.example/", "busy", Role.GUIDE, GuideKind.LISTING))
        frontier = Frontier(run, [source("busy.example")], CrawlSettings(), Hosts(ledger, 8))
        assert list(frontier.take("busy")) == []


def test_a_host_that_keeps_failing_is_left_alone_for_the_night(evening: Evening) -> None:
    books = articles(evening.report, "failing")
    assert 1 <= books.failed <= 6
    assert books.failed + books.pending == 6
    assert 3 <= len([at for path in PATHS for at in evening.times("failing", path)]) <= 8, "eight may be under way"
    assert [trap.name for trap in of(evening.report, "failing").traps] == ["host left alone: status 500"]


def test_whole_papers_are_filtered_by_title_and_the_rest_is_counted(evening: Evening) -> None:
    books = articles(evening.report, "paper")
    assert (books.discovered, books.fetched, books.refused_topic) == (3, 2, 1)


def test_a_certificate_must_be_for_the_host(evening: Evening) -> None:
    assert articles(evening.report, "dung").fetched == 1
    assert of(evening.report, "sai").guides.refused_robots == 1
    assert evening.hits["sai.example"] == []
