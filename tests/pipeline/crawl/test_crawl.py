"""Crawls one after the other, and crawls that are cut short: what is kept, what is asked again, what is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.read import page_at, pages_of
from pipeline.crawl.run import CrawlError, crawl
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Found
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role
from tests.mockserver import plays
from tests.mockserver.server import Plays, Server, answer, article
from tests.pipeline.crawl.crawling import CONTACT, articles, crawled, of, source
from tests.pipeline.kept import kept_versions

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


def test_a_run_that_is_out_of_time_ends_and_leaves_the_rest_pending(tmp_path: Path) -> None:
    slow = {"/robots.txt": plays.always(answer("User-agent: *\nCrawl-delay: 1", media_type="text/plain"))}
    with Server({HOST: plays.site(*PATHS) | slow}) as server:
        report = crawled(server, tmp_path, [source(HOST)], run_hours=2 / 3600)
        assert len(server.paths(HOST)) < 8, "robots.txt, the front page and six articles would be eight"
    assert report.stopped is None and report.closes
    one = of(report, "bao")
    assert one.articles.pending + one.guides.pending > 0
    assert {reason for reason, _ in one.reasons} <= {"pending: out of time"}


def test_addresses_that_no_longer_belong_to_the_source_are_refused(tmp_path: Path) -> None:
    urls = [f"http://cu.example/tin/phong-trao-post{n}.html" for n in range(10_000, 13_000)]
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        Run.begin(ledger).discover(Found(url, "bao", Role.ARTICLE) for url in urls)
    with Server({HOST: plays.site()}) as server:
        report = crawled(server, tmp_path, [source(HOST, max_pages=500)])
    assert (articles(report, "bao").refused_guard, articles(report, "bao").pending) == (500, 2_500)


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
        for seconds in (0.8, 1.0):
            killed = threading.Thread(target=_kill_child_after, args=(seconds,))
            killed.start()
            report = crawled(server, tmp_path, [source(HOST)])
            assert report.stopped in (None, "the crawling process ended with status -9")
            assert report.closes
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
