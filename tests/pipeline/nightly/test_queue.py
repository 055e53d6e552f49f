"""What is kept and not yet read, whatever the order in which it was met."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Found, Kept
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role
from pipeline.nightly.queue import unread, waiting
from pipeline.nightly.stored import StoredPage
from pipeline.settings import Settings

BODY = "<p>Phong trào thi đua</p>".encode()
PAGE = hashlib.sha256(BODY).hexdigest()[:32]
NOBODY = 0
NOON = datetime(2026, 11, 20, 12, 0, 0, 999_999, tzinfo=UTC)
AT = int(NOON.timestamp())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A ledger and an archive with the same bytes at two addresses, the one that sorts last kept first."""
    own = Settings(data_dir=tmp_path)
    with Ledger(own.ledger_path) as ledger, Archive(own.archive_dir) as archive:
        for name in ("b", "a"):
            run = Run.begin(ledger)
            run.discover([Found(f"http://bao.example/{name}", "bao", Role.ARTICLE)])
            (visit,) = run.open_visits("bao", 10)
            place = archive.append(Exchange(visit.url, NOON, (), 200, (("Content-Type", "text/html"),), BODY))
            archive.sync()
            digest = hashlib.sha256(BODY).hexdigest()
            run.add_version(visit, digest, place, NOON.timestamp(), visit.url)
            run.fetched(visit, Answer(digest, None, None), None)
    return own


def read(settings: Settings, stored: dict[str, StoredPage], run_id: int = NOBODY) -> tuple[list[str], list[str]]:
    """The versions to account for, and the pages that are read of them."""
    lost: list[Kept] = []
    with Ledger(settings.ledger_path) as ledger:
        versions = waiting(ledger, stored, run_id)
        pages = list(unread(versions, stored, {}, settings, lambda kept, _: lost.append(kept)))
    assert lost == []
    return [kept.url[-1] for kept in versions], [loaded.found.name[-1] for loaded in pages]


@pytest.mark.parametrize(
    ("stored", "to_account_for", "to_read"),
    [
        ({}, ["b", "a"], ["a"]),
        ({PAGE: StoredPage("x", "http://bao.example/b", AT)}, ["a"], ["a"]),
        ({PAGE: StoredPage("x", "http://bao.example/a", AT)}, [], []),
        ({PAGE: StoredPage("x", "http://bao.example/c", AT + 1)}, [], []),
        ({PAGE: StoredPage("x", "http://bao.example/a", AT - 1)}, ["b", "a"], ["a"]),
        ({PAGE: StoredPage("x", "a.html")}, ["b", "a"], ["a"]),
        ({PAGE: StoredPage(None, "http://bao.example/a", AT)}, [], []),
        ({PAGE: StoredPage(None, "http://bao.example/a", AT, is_passing=True)}, ["b", "a"], ["a"]),
    ],
)
def test_of_the_same_bytes_the_latest_capture_or_first_name_is_read_once(
    settings: Settings, stored: dict[str, StoredPage], to_account_for: list[str], to_read: list[str]
) -> None:
    assert read(settings, stored) == (to_account_for, to_read)


def test_a_run_accounts_for_all_that_it_fetched(settings: Settings) -> None:
    stored = {PAGE: StoredPage("x", "http://bao.example/a", AT)}
    assert read(settings, stored, run_id=1) == (["b"], [])


def test_a_page_over_the_limit_is_not_loaded(settings: Settings) -> None:
    small = settings.model_copy(update={"page_megabytes": 0})
    with Ledger(settings.ledger_path) as ledger:
        (loaded,) = unread(waiting(ledger, {}, NOBODY), {}, {}, small, lambda *_: None)
    assert (loaded.page, loaded.page_id) == (None, PAGE)
