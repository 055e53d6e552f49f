"""The ledger: books that close, states that survive, and damage that is told."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.exchange import Exchange, Place
from pipeline.archive.write import Archive
from pipeline.ledger.kept import (
    acknowledged,
    check_archive,
    file_opened,
    kept_where,
    lose,
    promised,
)
from pipeline.ledger.ledger import Ledger, LedgerError
from pipeline.ledger.rows import Answer, Books, Found, Visit
from pipeline.ledger.run import Run
from pipeline.ledger.sites import RobotsAnswer, leave_alone, left_alone, remember_robots, remembered_robots
from pipeline.ledger.states import GuideKind, Outcome, Role, State
from tests.pipeline.kept import kept_versions

ANSWER = Answer("d1", '"e1"', "Thu, 20 Nov 2025 12:00:00 GMT")
SOON = 10.0


def found(number: int, role: Role = Role.ARTICLE) -> Found:
    kind = GuideKind.LISTING if role is Role.GUIDE else None
    return Found(f"http://bao.example/{role}-{number}", "bao", role, kind)


def begun(path: Path, *numbers: int) -> Run:
    run = Run.begin(Ledger(path))
    run.discover(found(number) for number in numbers)
    return run


def keep(run: Run, visit: Visit, digest: str = "d1", offset: int = 0) -> None:
    with run.ledger.transaction():
        run.add_version(visit, digest, Place("f.warc.gz", offset, 100), time.time())
        run.fetched(visit, Answer(digest, None, None), None, 100)


def only(run: Run) -> Visit:
    (visit,) = run.open_visits("bao", 10)
    return visit


def books(run: Run) -> Books:
    return run.books()["bao", Role.ARTICLE]


OUTCOMES = {
    "keep": keep,
    "not_modified": lambda run, visit: run.not_modified(visit, None),
    "robots": lambda run, visit: run.refused(visit, Outcome.REFUSED_ROBOTS, "no", None),
    "guard": lambda run, visit: run.refused(visit, Outcome.REFUSED_GUARD, "no", time.time()),
    "failed": lambda run, visit: run.failed(visit, "404", None),
    "later": lambda run, visit: run.failed(visit, "500", time.time()),
    "put_off": lambda run, visit: run.put_off(visit, "busy", time.time()),
    "killed": lambda *_: None,
}


@given(st.lists(st.lists(st.sampled_from(sorted(OUTCOMES)), max_size=6), max_size=4))
def test_the_books_close_whatever_happens(nights: list[list[str]]) -> None:
    with Ledger(Path(":memory:")) as ledger:
        for outcomes in nights:
            run = Run.begin(ledger)
            run.add_due("bao")
            run.discover(found(number) for number in range(len(outcomes)))
            for outcome, visit in zip(outcomes, run.open_visits("bao", 10), strict=False):
                OUTCOMES[outcome](run, visit)
            assert all(one.closes for one in run.books().values())


def test_an_address_is_new_once(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    assert run.discover([found(1), found(3)]) == 1
    assert books(run) == Books(discovered=3, pending=3)


def test_what_a_killed_run_left_is_due_in_the_next(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    keep(run, run.open_visits("bao", 1)[0])
    run.ledger.close()
    following = Run.begin(Ledger(tmp_path / "l"))
    following.add_due("bao")
    assert only(following).url == "http://bao.example/article-2"


def test_a_guide_that_a_killed_run_had_still_to_read_is_due(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        first = Run.begin(ledger)
        first.discover([found(1, Role.GUIDE)])
        first.fetched(only(first), ANSWER, None)
        second = Run.begin(ledger)
        second.discover([found(1, Role.GUIDE)])
        third = Run.begin(ledger)
        third.add_due("bao")
        assert only(third).etag == '"e1"'


def test_a_transaction_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1)
    visit = only(run)
    with pytest.raises(RuntimeError), run.ledger.transaction():
        keep(run, visit)
        raise RuntimeError
    assert kept_versions(run.ledger) == ()
    assert books(run).pending == 1


def test_versions_are_added_and_never_replaced(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1)
    visit = only(run)
    keep(run, visit, "d1", 0)
    keep(run, visit, "d2", 100)
    assert [(kept.digest, kept.place.offset) for kept in kept_versions(run.ledger)] == [("d1", 0), ("d2", 100)]
    assert acknowledged(run.ledger) == {"f.warc.gz": 200}


def test_a_kept_page_that_is_gone_stays_kept(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1)
    keep(run, only(run))
    following = Run.begin(run.ledger)
    following.demand(found(1))
    following.failed(only(following), "status 410", None)
    third = Run.begin(run.ledger)
    third.demand(found(1))
    assert only(third).state is State.KEPT


def test_newest_articles_come_after_guides_and_before_older_ones(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        run = Run.begin(ledger)
        days = [date(2020, 1, 1), date(2025, 1, 1), None]
        run.discover(Found(f"http://bao.example/{n}", "bao", Role.ARTICLE, None, 0, day) for n, day in enumerate(days))
        run.discover([found(9, Role.GUIDE)])
        order = [visit.url.rpartition("/")[2] for visit in run.open_visits("bao", 10)]
    assert order == ["guide-9", "2", "1", "0"]


def test_what_is_declined_counts_as_refused_and_is_not_visited(tmp_path: Path) -> None:
    run = begun(tmp_path / "l")
    run.decline(found(1), Outcome.REFUSED_TOPIC, "off the topic")
    run.decline(found(1), Outcome.REFUSED_TOPIC, "off the topic")
    assert run.open_visits("bao", 10) == []
    assert books(run) == Books(discovered=1, refused_topic=1)


def test_what_the_archive_has_lost_is_fetched_again_and_told(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    for number, visit in enumerate(run.open_visits("bao", 10)):
        keep(run, visit, f"d{number}", 100 * number)
    (tmp_path / "f.warc.gz").write_bytes(b"x" * 150)
    assert check_archive(run.ledger, tmp_path) == (
        "f.warc.gz has 150 bytes and the ledger knows 200: 1 pages were lost and will be fetched again",
    )
    assert check_archive(run.ledger, tmp_path) == ()
    assert [kept.digest for kept in kept_versions(run.ledger)] == ["d0"]
    following = Run.begin(run.ledger)
    following.add_due("bao")
    assert (only(following).url, only(following).digest) == ("http://bao.example/article-2", None)


def dated(number: int, day: date | None) -> Found:
    return Found(f"http://bao.example/{number}", "bao", Role.ARTICLE, None, 0, day)


def test_a_known_article_that_is_dated_later_is_looked_at_again_after_what_is_new(tmp_path: Path) -> None:
    old, new = date(2025, 1, 1), date(2025, 3, 1)
    run = Run.begin(Ledger(tmp_path / "l"))
    run.discover([dated(1, old), dated(2, new), dated(3, None), dated(4, old), dated(5, old)])
    for visit in run.open_visits("bao", 4):
        keep(run, visit)
    waiting = only(run).url
    following = Run.begin(run.ledger)
    following.discover([dated(9, old)])
    later = [(f"http://bao.example/{n}", new) for n in range(1, 6)]
    following.look_again(later, 10)
    again = [visit.url.rpartition("/")[2] for visit in following.open_visits("bao", 10)]
    assert again[0] == "9" and waiting.rpartition("/")[2] not in again[1:]
    assert set(again[1:]) <= {"1", "4", "5"} and len(again) == 3, "a first date is only remembered"
    third = Run.begin(run.ledger)
    third.look_again(later, 10)
    assert third.open_visits("bao", 10) == [], "the same date twice is one look"
    third.add_due("bao")
    assert len(third.open_visits("bao", 10)) == 4, "had the run been killed, they would be due"


def test_a_guide_that_dates_everything_anew_has_a_few_looked_at(tmp_path: Path) -> None:
    run = Run.begin(Ledger(tmp_path / "l"))
    run.discover(dated(n, date(2025, 1, 1)) for n in range(20))
    for visit in run.open_visits("bao", 20):
        keep(run, visit)
    looked_at = []
    for _ in range(4):
        following = Run.begin(run.ledger)
        following.look_again(((f"http://bao.example/{n}", date(2025, 1, 2)) for n in range(20)), 8)
        looked_at.append(len(following.open_visits("bao", 50)))
    assert looked_at == [8, 8, 4, 0], "the rest has its turn in later nights"


def test_a_version_that_cannot_be_read_is_fetched_again(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    for number, visit in enumerate(run.open_visits("bao", 10)):
        keep(run, visit, f"d{number}", 100 * number)
    first, second = kept_versions(run.ledger)
    lose(run.ledger, first, "damaged")
    assert kept_versions(run.ledger) == (second,)
    following = Run.begin(run.ledger)
    following.add_due("bao")
    assert (only(following).url, only(following).digest) == (first.url, None)


def test_versions_can_be_asked_for_by_page_and_run(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2, 3)
    for number, visit in enumerate(run.open_visits("bao", 10)):
        keep(run, visit, f"d{number}", 100 * number)
    versions = kept_versions(run.ledger)
    assert kept_where(run.ledger, lambda page_id, *_: page_id != "d1") == (versions[0], versions[2])
    assert kept_where(run.ledger, lambda *told: told[-1] == run.run_id + 1) == ()
    assert versions[0].page_id == "d0"


def test_progress_is_what_is_dealt_with(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2, 3)
    keep(run, run.open_visits("bao", 1)[0])
    run.put_off(run.open_visits("bao", 1)[0], "busy", time.time())
    assert run.progress() == (2, 3)


def test_hosts_and_their_robots_are_remembered(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        leave_alone(ledger, "bao.example", SOON + 5, "busy")
        leave_alone(ledger, "bao.example", SOON - 5, "busy still")
        assert left_alone(ledger, SOON) == {"bao.example": (SOON + 5, "busy still")}
        assert left_alone(ledger, SOON + 6) == {}
        remember_robots(ledger, "http://bao.example", RobotsAnswer(200, b"x"))
        assert remembered_robots(ledger, "http://bao.example", time.time() - 60) == RobotsAnswer(200, b"x")
        assert remembered_robots(ledger, "http://bao.example", time.time() + 60) is None


def test_what_is_no_ledger_of_this_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "no").write_bytes(b"no ledger at all " * 100)
    with pytest.raises(LedgerError, match="restore it from a copy"):
        Ledger(tmp_path / "no")
    with sqlite3.connect(tmp_path / "newer") as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(LedgerError, match="version 99"):
        Ledger(tmp_path / "newer")


def test_a_full_disk_is_told_and_costs_only_what_was_not_acknowledged(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    (pages,) = run.ledger._connection.execute("PRAGMA page_count").fetchone()
    run.ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LedgerError, match=r"cannot be used now \(database or disk is full\); mend that"):
        run.discover(Found(f"https://bao.example/{number}", "bao", Role.ARTICLE, None) for number in range(2000))
    run.ledger._connection.execute("PRAGMA max_page_count = 1000000")
    assert run.progress() == (0, 2)
    keep(run, run.open_visits("bao", 1)[0])
    run.ledger.close()


def test_a_place_where_no_ledger_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "l").mkdir()
    with pytest.raises(LedgerError, match="cannot be used now"):
        Ledger(tmp_path / "l")


def test_a_ledger_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1)
    keep(run, only(run))
    run.ledger._connection.execute("ALTER TABLE versions DROP COLUMN target")
    run.ledger._connection.execute("ALTER TABLE urls DROP COLUMN attachment_of")
    run.ledger._connection.execute("PRAGMA user_version = 1")
    run.ledger.close()
    with Ledger(tmp_path / "l") as ledger:
        (kept,) = kept_versions(ledger)
    assert kept.name == kept.url


def test_the_address_that_answered_names_a_version(tmp_path: Path) -> None:
    run = begun(tmp_path / "l", 1, 2)
    for visit, answered_by in zip(run.open_visits("bao", 2), ("http://bao.example/moi", None), strict=True):
        run.add_version(visit, visit.url, Place("f", 0, 0), 0.0, answered_by or visit.url)
    moved, stayed = kept_versions(run.ledger)
    assert (moved.name, stayed.name) == ("http://bao.example/moi", stayed.url)


def test_commits_are_synced(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        assert ledger._connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert ledger._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def exchange(number: int) -> Exchange:
    return Exchange(f"http://bao.example/{number}", datetime.now(UTC), (), 200, (), b"<p>thi dua</p>")


def written(ledger: Ledger, folder: Path, number: int) -> tuple[int, ...]:
    """Append one answer and die before the ledger hears of it; how much was moved aside at the start."""
    with Archive(folder, promised=promised(ledger), on_open=partial(file_opened, ledger)) as archive:
        archive.append(exchange(number))
        archive.sync()
        return tuple(cut.removed for cut in archive.cuts)


def test_what_was_written_before_anything_was_acknowledged_is_moved_aside_too(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        assert written(ledger, tmp_path / "a", 1) == ()
        (file,) = (tmp_path / "a").glob("*.warc.gz")
        length = file.stat().st_size
        assert written(ledger, tmp_path / "a", 2) == (length,)
        assert promised(ledger) == {file.name: 0}


def test_an_archive_whose_ledger_is_gone_stays(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        length = archive.append(exchange(1)).end
    with Ledger(tmp_path / "l") as ledger:
        assert written(ledger, tmp_path / "a", 2) == ()
        assert len(written(ledger, tmp_path / "a", 3)) == 1
        assert promised(ledger) == dict.fromkeys((file.name for file in (tmp_path / "a").glob("*.gz")), length)
