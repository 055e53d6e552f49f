"""The coverage table: from a real ledger and a real warehouse, on which day what was looked at, and what came."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors.model import Block, Facts, Page
from pipeline.coverage.model import Day, Watched
from pipeline.coverage.rules import load_rules
from pipeline.coverage.table import NotWatchedError, watched
from pipeline.crawl.robots import DISALLOWED, RobotsRefusedError, RobotsUnreachableError, rules_of
from pipeline.ledger.ledger import LedgerError
from pipeline.ledger.sites import RobotsAnswer
from pipeline.query import answering
from pipeline.rows import page_head, parsed_row, quarantined_row
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.coverage.nights import keep_again, night
from tests.pipeline.stored import article, store

SOURCE = "mau-bao-song-xanh"
TODAY = date(2026, 11, 20)
UNREACHABLE = "robots.txt cannot be had: status 503"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


def look(settings: Settings, today: date = TODAY) -> tuple[Watched, ...]:
    return watched(settings.ledger_path, settings.warehouse_path, today, load_rules().window)


def days_of(settings: Settings, today: date = TODAY) -> dict[int, Day]:
    (source,) = look(settings, today)
    return {day.day.day: day for day in source.days}


def test_a_day_without_a_look_has_no_number(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-14T18:30", got=[b"a", b"b"])
    night(settings.ledger_path, SOURCE, "2026-11-15T18:30", guide="not_modified")
    night(settings.ledger_path, SOURCE, "2026-11-16T18:30", guide="failed")
    night(settings.ledger_path, SOURCE, "2026-11-17T18:30", guide=DISALLOWED)
    night(settings.ledger_path, SOURCE, "2026-11-18T18:30", guide=UNREACHABLE)
    days = days_of(settings)
    assert {day: (told.state, told.got) for day, told in days.items()} == {
        15: ("looked", 2),
        16: ("looked", 0),
        17: ("unanswered", None),
        18: ("disallowed", None),
        19: ("unanswered", None),
        20: ("not_run", None),
    }


def test_the_reasons_of_the_crawl_are_those_that_the_table_knows() -> None:
    with pytest.raises(RobotsRefusedError, match=f"^{DISALLOWED}$"):
        rules_of(RobotsAnswer(200, b"User-agent: *\nDisallow: /")).check("https://bao.example/a")
    with pytest.raises(RobotsUnreachableError, match=f"^{UNREACHABLE}$"):
        rules_of(RobotsAnswer(503, b"")).check("https://bao.example/a")


def test_a_night_has_the_day_that_it_is_in_viet_nam(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-18T16:59", got=[b"a"])
    night(settings.ledger_path, SOURCE, "2026-11-18T17:00", got=[b"b", b"c"])
    assert {day: told.got for day, told in days_of(settings).items()} == {18: 1, 19: 2, 20: None}


def test_two_runs_of_one_day_are_one_night(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00", got=[b"a"], guide="failed")
    night(settings.ledger_path, SOURCE, "2026-11-19T09:00", got=[b"b"], failed=3)
    told = days_of(settings)[19]
    assert (told.state, told.got, told.asked, told.turned_away) == ("looked", 2, 5, 3)


def test_documents_that_articles_link_to_are_not_counted(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-18T18:30", got=[b"a", b"b", b"c"], failed=2)
    with sqlite3.connect(settings.ledger_path) as con:
        documents = "SELECT max(url_id) FROM urls WHERE role = 'article' GROUP BY state"
        con.execute(f"UPDATE urls SET attachment_of = 'https://bao.example/bai.html' WHERE url_id IN ({documents})")
    con.close()
    day = days_of(settings)[19]
    assert (day.got, day.asked, day.turned_away) == (2, 3, 1)


def test_a_page_that_changed_is_not_got_twice(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-18T01:00", got=[b"a"])
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00", got=[b"b"])
    keep_again(settings.ledger_path, SOURCE, b"a")
    assert {day: told.got for day, told in days_of(settings).items()} == {18: 1, 19: 1, 20: None}


def test_fill_rates_and_publication_days_come_from_the_warehouse(settings: Settings) -> None:
    long = "Tin thi đua\n" + "Phong trào thi đua lan rộng khắp các xã trong tỉnh. " * 8
    told = {
        b"a": article(long, name="a", source=SOURCE, published="2026-11-17"),
        b"b": article(long + "Thêm.", name="b", source=SOURCE, published="2026-11"),
        b"c": replace(article("Ngắn\nVài chữ.", name="c", source=SOURCE), blocks=(Block(0, 13, "body"),)),
    }
    rows = [parsed_row(Page(body, body.decode()), read, Facts()) for body, read in told.items()]
    store(settings.data_dir, [*rows, quarantined_row(page_head(Page(b"d", "d")), "empty", "nothing in it")])
    build(settings)
    night(settings.ledger_path, SOURCE, "2026-11-18T01:00", got=[b"a", b"b", b"c", b"d", b"not read yet"])
    day = days_of(settings)[18]
    assert (day.got, day.pages, day.articles) == (5, 4, 3)
    assert (day.with_title, day.with_date, day.with_body) == (2, 2, 2)
    assert (day.page_without_title, day.page_without_date, day.page_without_body) == ("c", "c", "c")


def test_publication_days_agree_with_the_view_of_the_warehouse(settings: Settings) -> None:
    texts = [f"Tin {n}\nPhong trào thi đua số {n}." for n in range(6)]
    published = ["2026-11-17", "2026-11-17", "2026-11-18", "2026-11-19", "2026-10-30", "2026-11"]
    read = [article(text, source=SOURCE, published=day) for text, day in zip(texts, published, strict=True)]
    store(settings.data_dir, [parsed_row(Page(one.text.encode(), one.text[:5]), one, Facts()) for one in read])
    build(settings)
    night(settings.ledger_path, SOURCE, "2026-11-15T01:00")
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00")
    days = days_of(settings)
    assert {day: told.published for day, told in days.items()} == {15: 0, 16: 0, 17: 2, 18: 1, 19: 1, 20: None}
    question = f"SELECT articles FROM source_coverage WHERE source_id = '{SOURCE}' AND month = '2026-11'"
    with answering(settings.warehouse_path, question) as answer:
        ((of_month,),) = answer.rows
    assert of_month == 5  # one of them tells no day


def test_sources_that_are_not_declared_keep_their_id(settings: Settings) -> None:
    night(settings.ledger_path, "khong-khai-bao", "2026-11-19T01:00")
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00")
    assert [(source.source_id, source.name) for source in look(settings)] == [
        ("khong-khai-bao", "khong-khai-bao"),
        (SOURCE, "Báo Sông Xanh"),
    ]


def test_the_window_ends_somewhere(settings: Settings) -> None:
    night(settings.ledger_path, SOURCE, "2026-01-02T01:00", got=[b"a"])
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00", got=[b"b"])
    (source,) = look(settings)
    assert [day.day for day in source.days] == [date(2026, 11, 19), TODAY]


def test_without_a_ledger_it_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(NotWatchedError, match="thidua nightly"):
        look(settings)
    assert not settings.ledger_path.exists()


def test_a_broken_ledger_is_told(settings: Settings) -> None:
    settings.ledger_path.write_bytes(b"no ledger at all" * 100)
    with pytest.raises(LedgerError, match="restore it from a copy"):
        look(settings)


@pytest.mark.parametrize(("version", "next_step"), [(2, "run `thidua nightly`"), (99, "use the program that wrote it")])
def test_a_ledger_of_another_version_is_told_and_left_as_it_is(
    settings: Settings, version: int, next_step: str
) -> None:
    night(settings.ledger_path, SOURCE, "2026-11-19T01:00", got=[b"a"])
    with closing(sqlite3.connect(settings.ledger_path)) as ledger:
        ledger.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(LedgerError, match=f"version {version}.*{next_step}"):
        look(settings)
    with closing(sqlite3.connect(settings.ledger_path)) as ledger:
        assert ledger.execute("PRAGMA user_version").fetchone() == (version,)
