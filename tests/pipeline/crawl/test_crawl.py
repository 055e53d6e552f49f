"""Whole crawls of well-behaved hosts: what is kept, what is asked again, and how fast."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.archive.read import page_at, pages_of
from pipeline.crawl.frontier import Frontier
from pipeline.crawl.hosts import Hosts
from pipeline.crawl.run import CrawlError, crawl
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.kept import kept_versions
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Found
from pipeline.ledger.run import Run
from pipeline.ledger.sites import left_alone
from pipeline.ledger.states import GuideKind, Role
from tests.mockserver import plays
from tests.mockserver.certificates import sound_context
from tests.mockserver.server import Plays, Server, answer, article, listing
from tests.pipeline.crawl.crawling import CONTACT, articles, crawled, of, source

HOST = "bao.example"
PATHS = [f"/tin/phong-trao-post1000{n}.html" for n in range(6)]


def kept_urls(folder: Path) -> list[str]:
    with Ledger(folder / "ledger.sqlite") as ledger:
        return [kept.url for kept in kept_versions(ledger)]


def test_what_is_new_is_kept_and_a_second_run_fetches_nothing(tmp_path: Path) -> None:
    with Server({HOST: plays.site(*PATHS)}) as server:
        first = crawled(server, tmp_path, [source(HOST)])
        asked = len(server.log)
        second = crawled(server, tmp_path, [source(HOST)])
        assert server.paths(HOST)[asked:] == ["/"], "robots.txt is remembered for a day"
    assert articles(first, "bao").fetched == 6
    assert articles(second, "bao").discovered == 0
    assert of(second, "bao").guides.not_modified == 1
    (archive,) = (tmp_path / "archive").glob("*.warc.gz")
    assert sorted(page.name for page in pages_of(archive)) == [f"http://{HOST}{path}" for path in PATHS]  # type: ignore[union-attr]


def test_the_archive_holds_what_the_ledger_says_and_where(tmp_path: Path) -> None:
    with Server({HOST: plays.site(*PATHS)}) as server:
        crawled(server, tmp_path, [source(HOST)])
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for kept in kept_versions(ledger):
            page = page_at(tmp_path / "archive", kept.place)
            assert page.content.decode() == article(page.url.removeprefix(f"http://{HOST}"))  # type: ignore[union-attr]
            assert page.url == kept.url


def test_a_changed_page_becomes_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    hosts: dict[str, Plays] = {HOST: plays.site(PATHS[0]) | {PATHS[0]: plays.conditional(article("one"), '"1"')}}
    with Server(hosts) as server:
        crawled(server, tmp_path, [source(HOST)], revisit_days=(0.0, 0.0, 0.0))
        again = crawled(server, tmp_path, [source(HOST)], revisit_days=(0.0, 0.0, 0.0))
        hosts[HOST][PATHS[0]] = plays.conditional(article("two"), '"2"')
        changed = crawled(server, tmp_path, [source(HOST)], revisit_days=(0.0, 0.0, 0.0))
        asked = [hit.headers.get("if-none-match") for hit in server.hits(HOST) if hit.path == PATHS[0]]
    assert asked == [None, '"1"', '"1"']
    assert articles(again, "bao").not_modified == 1
    assert articles(changed, "bao").fetched == 1
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        bodies = [page_at(tmp_path / "archive", kept.place).content.decode() for kept in kept_versions(ledger)]
    assert bodies == [article("one"), article("two")]


def test_requests_to_a_host_are_never_closer_than_its_delay(tmp_path: Path) -> None:
    moved = {PATHS[0]: plays.always(plays.redirect("/moi")), "/moi": plays.always(answer(article("moved")))}
    broken = {PATHS[1]: plays.once(answer("", 500), answer(article("mended")))}
    slow = {"/robots.txt": plays.always(answer("User-agent: *\nCrawl-delay: 0.3", media_type="text/plain"))}
    hosts = {"quick.example": plays.site(*PATHS[:4]) | moved | broken, "slow.example": plays.site(*PATHS[:3]) | slow}
    with Server(hosts) as server:
        report = crawled(
            server,
            tmp_path,
            [source("quick.example", delay_seconds=0.2), source("slow.example", delay_seconds=0.1)],
            requests_at_once_per_host=4,
        )
        times = {host: [hit.at for hit in server.hits(host)] for host in hosts}
    assert articles(report, "quick").fetched == 4
    assert articles(report, "slow").fetched == 3
    assert min(later - earlier for earlier, later in pairwise(times["quick.example"])) >= 0.2
    after_robots = times["slow.example"][1:]
    assert min(later - earlier for earlier, later in pairwise(after_robots)) >= 0.3


def test_a_host_that_asks_for_a_pause_gets_it(tmp_path: Path) -> None:
    busy = {PATHS[0]: plays.once(answer("", 503, Retry_After="1"), answer(article("rested")))}
    with Server({HOST: plays.site(*PATHS[:1]) | busy}) as server:
        report = crawled(server, tmp_path, [source(HOST)])
        times = [hit.at for hit in server.hits(HOST) if hit.path == PATHS[0]]
    assert articles(report, "bao").fetched == 1
    assert times[1] - times[0] >= 1.0


def test_a_host_that_asks_for_too_long_is_left_alone_by_later_runs_too(tmp_path: Path) -> None:
    busy = {path: plays.always(answer("", 429, Retry_After="7200")) for path in PATHS}
    with Server({HOST: plays.site(*PATHS) | busy}) as server:
        report = crawled(server, tmp_path, [source(HOST)])
    assert articles(report, "bao").pending == 6
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert Hosts(ledger, 8).closed(HOST) == "status 429, Retry-After 7200 s"
        until, _ = left_alone(ledger, time.time())[HOST]
        assert 7000 < until - time.time() <= 7200
        run = Run.begin(ledger)
        run.add_due("bao")
        run.demand(Found(f"http://{HOST}/", "bao", Role.GUIDE, GuideKind.LISTING))
        frontier = Frontier(run, [source(HOST)], CrawlSettings(), Hosts(ledger, 8))
        assert list(frontier.take("bao")) == []


def test_a_host_that_keeps_failing_is_left_alone_for_the_night(tmp_path: Path) -> None:
    failing = {path: plays.always(answer("", 500)) for path in PATHS}
    with Server({HOST: plays.site(*PATHS) | failing}) as server:
        report = crawled(server, tmp_path, [source(HOST)], failures_in_a_row=3, retries=0)
    books = articles(report, "bao")
    assert books.failed in (3, 4), "one more may have been under way"
    assert books.failed + books.pending == 6
    assert [trap.name for trap in of(report, "bao").traps] == ["host left alone: status 500"]


def test_a_run_that_is_out_of_time_ends_and_leaves_the_rest_pending(tmp_path: Path) -> None:
    slow = {"/robots.txt": plays.always(answer("User-agent: *\nCrawl-delay: 3", media_type="text/plain"))}
    with Server({HOST: plays.site(*PATHS) | slow}) as server:
        began = time.monotonic()
        report = crawled(server, tmp_path, [source(HOST)], run_hours=4 / 3600)
        assert time.monotonic() - began < 10, "six articles alone would be due after 21 seconds"
    assert report.is_whole
    assert [reason for reason, _ in of(report, "bao").reasons] == ["pending: out of time"]


def test_addresses_that_no_longer_belong_to_the_source_are_refused(tmp_path: Path) -> None:
    urls = [f"http://cu.example/tin/phong-trao-post{n}.html" for n in range(10_000, 13_000)]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        Run.begin(ledger).discover(Found(url, "bao", Role.ARTICLE) for url in urls)
    with Server({HOST: plays.site()}) as server:
        report = crawled(server, tmp_path, [source(HOST, max_pages=500)])
    assert (articles(report, "bao").refused_guard, articles(report, "bao").pending) == (500, 2_500)


def test_whole_papers_are_filtered_by_title_and_the_rest_is_counted(tmp_path: Path) -> None:
    front = '<a href="/tin/gia-vang-hom-nay-post10007.html">Giá vàng hôm nay tăng mạnh</a>'
    with Server({HOST: plays.site(*PATHS[:2])}) as server:
        server.hosts[HOST]["/"] = plays.always(answer(listing(*PATHS[:2]).replace("</div>", f"{front}</div>")))
        report = crawled(server, tmp_path, [source(HOST, topic_filter="on")])
    books = articles(report, "bao")
    assert (books.discovered, books.fetched, books.refused_topic) == (3, 2, 1)


def test_a_certificate_must_be_for_the_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = tmp_path / "roots.pem"
    hosts = {"dung.example": plays.site(PATHS[0]), "sai.example": plays.site(PATHS[0])}
    with Server(hosts, sound_context("dung.example", roots)) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(roots))
        report = crawled(server, tmp_path, [source(host, start_pages=[f"https://{host}/"]) for host in hosts])
        assert {hit.host for hit in server.log} == {"dung.example"}
    assert articles(report, "dung").fetched == 1
    assert of(report, "sai").guides.refused_robots == 1


def test_one_page_can_be_asked_for(tmp_path: Path) -> None:
    with Server({HOST: plays.site(*PATHS)}) as server:
        url = f"http://{HOST}{PATHS[2]}"
        settings = CrawlSettings(resolve=server.resolve)
        report = crawl(
            [source(HOST)], settings, tmp_path / "archive", tmp_path / "ledger", contact=CONTACT, only_urls=[url]
        )
        assert server.paths(HOST) == ["/robots.txt", PATHS[2]]
        assert CONTACT in server.log[0].headers["user-agent"]
        assert server.log[0].headers["user-agent"].startswith("thidua/")
    assert articles(report, "bao").fetched == 1


def test_an_address_of_nobody_and_a_contact_that_is_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(CrawlError, match="no domain of the sources"):
        crawl(
            [source(HOST)], CrawlSettings(), tmp_path, tmp_path / "l", contact=CONTACT, only_urls=["http://x.example/"]
        )
    with pytest.raises(CrawlError, match="no web or mail address"):
        crawl([source(HOST)], CrawlSettings(), tmp_path, tmp_path / "l", contact="")


def test_a_crawl_that_is_killed_loses_nothing_acknowledged_and_keeps_nothing_twice(tmp_path: Path) -> None:
    paths = [f"/tin/phong-trao-post{n}.html" for n in range(20_000, 20_120)]
    with Server({HOST: plays.site(*paths)}) as server:
        acknowledged: set[str] = set()
        for seconds in (0.75, 0.9, 1.05, 1.2):
            killed = threading.Thread(target=_kill_child_after, args=(seconds,))
            killed.start()
            try:
                crawled(server, tmp_path, [source(HOST)])
            except CrawlError as error:
                assert "ended with status -9" in str(error)
            killed.join()
            kept = kept_urls(tmp_path)
            assert acknowledged <= set(kept)
            acknowledged = set(kept)
        report = crawled(server, tmp_path, [source(HOST)])
    assert report.closes
    assert sorted(kept_urls(tmp_path)) == [f"http://{HOST}{path}" for path in paths]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for version in kept_versions(ledger):
            assert page_at(tmp_path / "archive", version.place).url == version.url
    archived = [page for file in (tmp_path / "archive").glob("*.warc.gz") for page in pages_of(file)]
    assert len(archived) == len(paths), "what was never acknowledged stands aside"


def test_an_orphan_ends_with_its_parent(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from tests.pipeline.crawl.crawling import *; import sys\n"
        "from tests.mockserver import plays\n"
        "with Server({'bao.example': plays.site() | {'/': plays.silence}}) as server:\n"
        "    crawled(server, Path(sys.argv[1]), [source('bao.example')], request_seconds=20)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], cwd=_root()) as parent:
        child = _wait_for(lambda: next(iter(_children(parent.pid)), None))
        parent.kill()
    assert _wait_for(lambda: not Path(f"/proc/{child}").exists() or _is_dead(child))


def _kill_child_after(seconds: float) -> None:
    child = _wait_for(lambda: next(iter(_children(os.getpid())), None))
    time.sleep(seconds)
    try:
        os.kill(int(str(child)), signal.SIGKILL)
    except ProcessLookupError:
        return


def _children(pid: int) -> list[str]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    found = [child for task in tasks for child in task.read_text().split()]
    return [child for child in found if b"pipeline.crawl.child" in Path(f"/proc/{child}/cmdline").read_bytes()]


def _is_dead(pid: object) -> bool:
    return ") Z " in Path(f"/proc/{pid}/stat").read_text()


def _wait_for(asked: Callable[[], object]) -> object:
    deadline = time.monotonic() + 15
    while not (found := asked()):
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.01)
    return found


def _root() -> Path:
    return Path(__file__).parents[3]
