"""Nights after a first one over two hosts: what is read, what is published, and what each kind of trouble leads to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Page
from pipeline.candidates.decision import log_path as decisions_path
from pipeline.ledger.ledger import Ledger
from pipeline.lock import CRAWL, exclusive
from pipeline.nightly.books import SourceBooks, UnbalancedError
from pipeline.nightly.pages import crawl_pages
from pipeline.nightly.publishing import is_current
from pipeline.nightly.record import Night, begin, nights
from pipeline.nightly.run import nightly
from pipeline.nightly.settings import NightSettings, SettingsError, night_settings
from pipeline.nightly.stored import StoredPage, stored_pages
from pipeline.publish import published_manifest
from pipeline.review.verdict import log_path as verdicts_path
from pipeline.rows import PageRow, page_head, quarantined_row
from pipeline.settings import Settings
from pipeline.tasks import row_of_page
from pipeline.warehouse import build as building
from pipeline.warehouse.checking import check_all
from tests.mockserver.plays import always
from tests.mockserver.server import Plays, answer
from tests.pipeline.kept import kept_versions
from tests.pipeline.nightly.conftest import Heard
from tests.pipeline.nightly.farm import Farm

pytestmark = pytest.mark.usefixtures("in_this_process")
HOST = "baonuiandai.example"
ALL = SourceBooks(discovered=4, fetched=4, parsed=3, quarantined=1, loaded=3)
CAUGHT_UP = SourceBooks(caught_up=4, parsed=3, quarantined=1, loaded=3)


def settings_of(farm: Farm, **given: Any) -> NightSettings:
    return night_settings(farm.data / "nightly.toml", given, {})


def night(farm: Farm, heard: Heard, task: Any = row_of_page, **given: Any) -> Night:
    return nightly(farm.settings, settings_of(farm, **given), heard, task)


def published(farm: Farm, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(farm.settings.warehouse_path), read_only=True) as con:
        return con.execute(query).fetchall()


def forget_what_was_read(farm: Farm) -> None:
    for shard in farm.settings.shards_dir.iterdir():
        shard.unlink()


def article_of(plays: Plays) -> tuple[str, bytes]:
    """The path of an article that is read, and its page."""
    path = next(path for path in plays if path.startswith("/thi-dua/") and "english" not in path)
    played = plays[path](None)  # type: ignore[arg-type]
    assert isinstance(played, bytes)
    return path, played.partition(b"\r\n\r\n")[2]


def test_the_first_night_publishes_all_and_the_next_finds_nothing_new(farm: Farm, heard: Heard) -> None:
    first = farm.last_night()
    assert (first.state, first.published, first.total) == ("finished", True, ALL)
    asked = len(farm.server.log)
    file = farm.settings.warehouse_path.stat().st_mtime_ns
    second = night(farm, heard)
    assert {hit.path for hit in farm.server.log[asked:]} == {"/"}
    assert (second.published, second.total, second.content_hash) == (False, SourceBooks(), first.content_hash)
    assert farm.settings.warehouse_path.stat().st_mtime_ns == file
    assert "unchanged" in heard.events
    assert nights(farm.settings.nights_dir) == [first, second]


def test_the_source_of_a_page_comes_from_its_capture(farm: Farm) -> None:
    assert sorted(published(farm, "SELECT DISTINCT source_id, host FROM articles")) == [
        ("thu-baonuiandai-example", HOST),
        ("thu-cttdt-phutho-example", "cttdt-phutho.example"),
    ]


@pytest.mark.usefixtures("no_crawl")
def test_what_is_kept_and_not_read_is_caught_up_with_and_published_the_same(farm: Farm, heard: Heard) -> None:
    forget_what_was_read(farm)
    farm.settings.warehouse_path.unlink()
    again = night(farm, heard)
    assert (again.total, again.published, again.content_hash) == (CAUGHT_UP, True, farm.last_night().content_hash)


def test_what_is_published_is_compared_with_what_is_stored(farm: Farm) -> None:
    stored = stored_pages(farm.settings) or {}
    assert is_current(farm.settings, stored)
    assert not is_current(farm.settings, {**stored, "new": StoredPage("article", "new")})
    assert not is_current(farm.settings, dict(list(stored.items())[1:]))
    farm.settings.warehouse_path.unlink()
    assert not is_current(farm.settings, stored)
    assert is_current(farm.settings, {}), "nothing is stored, and nothing can be built of it"


@pytest.mark.parametrize("log", [verdicts_path, decisions_path])
def test_what_reviewers_said_is_published_whatever_the_clock_says(farm: Farm, log: Callable[[Path], Path]) -> None:
    stored = stored_pages(farm.settings) or {}
    said = log(farm.settings.reviews_dir)
    said.parent.mkdir()
    (said.parent / ".lock").touch()
    assert is_current(farm.settings, stored), "nobody said anything"
    said.write_text("restored from a backup\n")
    os.utime(said, (0, 0))
    assert not is_current(farm.settings, stored)


def test_a_verdict_that_comes_while_the_warehouse_is_built_is_published_next(
    farm: Farm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def says_meanwhile(con: duckdb.DuckDBPyConnection, *given: Any) -> None:
        check_all(con, *given)
        path = verdicts_path(farm.settings.reviews_dir)
        path.parent.mkdir()
        path.write_text("said meanwhile\n")

    monkeypatch.setattr(building, "check_all", says_meanwhile)
    building.build(farm.settings)
    assert not is_current(farm.settings, stored_pages(farm.settings) or {})


@pytest.mark.usefixtures("no_crawl")
def test_a_page_that_the_archive_lost_is_named_and_will_be_fetched_again(farm: Farm, heard: Heard) -> None:
    with Ledger(farm.settings.ledger_path) as ledger:
        lost = kept_versions(ledger)[0]
    with (farm.settings.archive_dir / lost.place.file).open("r+b") as file:
        file.seek(lost.place.offset + 40)
        file.write(b"\0" * 8)
    forget_what_was_read(farm)
    damaged = night(farm, heard)
    assert (damaged.status, damaged.total.lost, damaged.total.caught_up) == (1, 1, 4)
    assert any(lost.url in line and "it will be fetched again" in line for line in heard.warnings)
    with Ledger(farm.settings.ledger_path) as ledger:
        assert lost.url not in {kept.url for kept in kept_versions(ledger)}
    assert night(farm, heard).status == 0


def test_a_changed_page_is_a_new_article_and_the_old_one_stays(farm: Farm, heard: Heard) -> None:
    plays = farm.server.hosts[HOST]
    path, page = article_of(plays)
    changed = page.replace(b"</p>", " Nay thêm một câu.</p>".encode(), 1)
    new = f"/thi-dua/bai-moi-post{10**6}.html"
    plays[new] = always(answer(changed, media_type="text/html"))
    done = crawl_pages([f"http://{HOST}{new}"], farm.settings, settings_of(farm), heard)
    assert done.read.books == {"thu-baonuiandai-example": SourceBooks(1, 1, parsed=1, loaded=1)}
    plays[path] = plays.pop(new)
    again = crawl_pages([f"http://{HOST}{path}"], farm.settings, settings_of(farm), heard)
    assert again.read.books == {"thu-baonuiandai-example": SourceBooks(1, 1, parsed=1, duplicates=1)}
    assert published(farm, "SELECT count(*) FROM articles") == [(4,)]
    earlier = "SELECT contains(text, 'Nay thêm một câu.') FROM articles WHERE superseded_by IS NOT NULL"
    assert published(farm, earlier) == [(False,)]
    plays[path] = always(answer(page, media_type="text/html"))
    reverted = crawl_pages([f"http://{HOST}{path}"], farm.settings, settings_of(farm), heard)
    assert reverted.read.books == {"thu-baonuiandai-example": SourceBooks(1, 1, parsed=1, duplicates=1)}
    assert published(farm, earlier) == [(True,)]


def test_a_page_goes_by_the_address_that_had_it_last(farm: Farm, heard: Heard) -> None:
    path, page = article_of(farm.server.hosts["cttdt-phutho.example"])
    before = published(farm, "SELECT page_id, name FROM pages ORDER BY page_id")
    farm.server.hosts[HOST][path] = always(answer(page, media_type="text/html"))
    url = f"http://{HOST}{path}"
    done = crawl_pages([url], farm.settings, settings_of(farm), heard)
    del farm.server.hosts[HOST][path]
    assert done.read.books["thu-baonuiandai-example"] == SourceBooks(1, 1, parsed=1, loaded=1)
    after = published(farm, "SELECT page_id, name FROM pages ORDER BY page_id")
    other = f"http://cttdt-phutho.example{path}"
    assert after == [(page_id, url if name == other else name) for page_id, name in before]


def test_an_address_of_nobody_is_told(farm: Farm, heard: Heard) -> None:
    with pytest.raises(SettingsError, match="no domain of a declared source"):
        crawl_pages(["http://khong-ai.example/"], farm.settings, settings_of(farm), heard)


@pytest.mark.usefixtures("no_crawl")
def test_books_that_do_not_close_publish_nothing(farm: Farm, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(own: Settings) -> dict[str, StoredPage]:
        return dict(list((stored_pages(own) or {}).items())[1:])

    forget_what_was_read(farm)
    before = farm.settings.warehouse_path.stat().st_mtime_ns
    monkeypatch.setattr("pipeline.nightly.reading.stored_pages", forgetful)
    with pytest.raises(UnbalancedError, match="nothing is published"):
        night(farm, heard)
    assert farm.settings.warehouse_path.stat().st_mtime_ns == before
    record = farm.last_night()
    assert (record.state, record.status) == ("failed", 4)
    assert "nothing is published" in str(record.trouble)


@pytest.mark.usefixtures("no_crawl")
def test_a_page_that_failed_with_the_machine_is_read_again(farm: Farm, heard: Heard) -> None:
    def tired(page: Page) -> PageRow:
        return quarantined_row(page_head(page), "timeout", "took too long")

    forget_what_was_read(farm)
    assert night(farm, heard, tired).total.quarantined == 4
    again = night(farm, heard)
    assert (again.total, again.published) == (CAUGHT_UP, True)


def test_a_crawl_that_cannot_write_is_named_and_what_was_published_stays(farm: Farm, heard: Heard) -> None:
    before = published_manifest(farm.settings.warehouse_path)
    farm.settings.archive_dir.rename(farm.data / "moved")
    farm.settings.archive_dir.write_text("no folder")
    done = night(farm, heard)
    assert (done.status, done.published) == (1, False)
    assert "archive" in str(done.stopped)
    assert published_manifest(farm.settings.warehouse_path) == before


@pytest.mark.usefixtures("no_crawl")
def test_an_alarm_is_told_and_has_a_status_of_its_own(
    farm: Farm, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.nightly.run.alarms_of", lambda _: ("Báo Thử: im lặng 3 đêm",))
    done = night(farm, heard)
    assert (done.status, done.alarms) == (5, ("Báo Thử: im lặng 3 đêm",))
    assert "alarm" in heard.events


@pytest.mark.usefixtures("no_crawl")
def test_a_night_that_died_is_recorded_as_interrupted(farm: Farm, heard: Heard) -> None:
    begin(farm.settings.nights_dir)
    night(farm, heard)
    assert [one.state for one in nights(farm.settings.nights_dir)] == ["finished", "interrupted", "finished"]


def test_a_torn_archive_is_cut_back_and_told(farm: Farm, heard: Heard) -> None:
    (file,) = farm.settings.archive_dir.glob("*.warc.gz")
    with file.open("ab") as archive:
        archive.write(b"\x1f\x8b\x08torn")
    done = night(farm, heard)
    assert done.status == 0
    assert len(done.notes) == 1 and "cut back 7 bytes" in done.notes[0]
    assert (farm.settings.archive_dir / "aside").is_dir()


def test_a_second_run_leaves_at_once_and_says_who_is_at_work_since_when(farm: Farm) -> None:
    with exclusive(farm.data, CRAWL):
        run = farm.run("nightly")
    assert run.returncode == 75
    assert "process" in run.stderr and "(since 20" in run.stderr and run.stderr.count("\n") == 1
    assert nights(farm.settings.nights_dir) == [farm.last_night()]


def test_the_log_is_lines_of_json_where_that_is_asked_for(farm: Farm) -> None:
    run = farm.run("nightly", "--log", "json")
    assert run.returncode in (0, 5)
    events = [json.loads(line) for line in run.stderr.splitlines()]
    named = {event["event"] for event in events}
    assert "crawl" in named
    assert named & {"unchanged", "published"}, "published anew where the code was changed since the first night"
    assert all(event["at"] and event["text"] for event in events)
    assert json.loads(run.stdout)["night_id"] == farm.last_night().night_id
