"""The records of runs and their books."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from pipeline.errors import ExitStatus, ThiduaError
from pipeline.records import free_key
from pipeline.runs import InputBooks, begin, finish, recorded
from pipeline.stamp import Stamp

STAMP = Stamp("0.1.0+abc", "register-hash")


def test_a_run_is_on_record_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    run = begin(tmp_path, ["pages/"], 2, STAMP)
    assert recorded(tmp_path) == [run]
    assert (run.state, run.finished_at) == ("running", None)
    books = InputBooks(given=3, parsed=2, quarantined=1, by_reason={"empty": 1})
    ended = finish(tmp_path, run, books)
    assert recorded(tmp_path) == [ended]
    assert (ended.state, ended.books) == ("finished", books)
    assert ended.finished_at is not None
    assert ended.finished_at >= ended.started_at


def test_a_run_that_was_killed_is_recorded_as_interrupted_by_the_next(tmp_path: Path) -> None:
    begin(tmp_path, ["pages/"], 2, STAMP)
    finish(tmp_path, begin(tmp_path, ["pages/"], 2, STAMP), InputBooks())
    assert [run.state for run in recorded(tmp_path)] == ["interrupted", "finished"]
    assert len({run.run_id for run in recorded(tmp_path)}) == 2


def _record(tmp_path: Path, **changed: object) -> str:
    run = begin(tmp_path / "other", [], 1, STAMP)
    return json.dumps({**asdict(run), "run_id": "20260101T000000-01", **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"run_id": "../elsewhere"},
        {"started_at": "yesterday"},
        {"finished_at": 5},
        {"inputs": "pages/"},
        {"workers": "two"},
        {"state": "asleep"},
        {"books": {"given": None}},
        {"books": {"by_reason": [1]}},
    ],
)
def test_a_record_with_a_wrong_field_is_named(tmp_path: Path, changed: dict[str, object]) -> None:
    (tmp_path / "20260101T000000-01.json").write_text(_record(tmp_path, **changed))
    with pytest.raises(ThiduaError, match=r"20260101T000000-01.json: not the record of a run; move it"):
        recorded(tmp_path)


def test_a_key_is_never_given_twice(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        (tmp_path / f"20260101T000000-{number:02}.json").touch()
    (tmp_path / "20260101T000000-02.json").unlink()
    key = free_key(tmp_path, "2026-01-01T00:00:00.000+00:00")
    assert not (tmp_path / f"{key}.json").exists()


def test_a_record_that_is_whole_is_read(tmp_path: Path) -> None:
    (tmp_path / "20260101T000000-01.json").write_text(_record(tmp_path))
    assert [run.code_version for run in recorded(tmp_path)] == [STAMP.code_version]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"run_id": 1}', "\x00", "[" * 100_000, "\ud800"])
def test_a_record_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "20260101T000000-01.json").write_text(text, "utf-8", "surrogatepass")
    with pytest.raises(ThiduaError, match=r"20260101T000000-01.json: not the record of a run; move it"):
        recorded(tmp_path)


@pytest.mark.parametrize(
    "books",
    [
        InputBooks(given=1),
        InputBooks(parsed=1),
        InputBooks(given=2, parsed=1, known=2),
        InputBooks(given=1, quarantined=1),
        InputBooks(given=1, parsed=1, by_reason={"empty": 1}),
    ],
)
def test_books_that_are_off_by_one_do_not_pass(books: InputBooks) -> None:
    with pytest.raises(ThiduaError, match="mass balance"):
        books.check()


@pytest.mark.parametrize(
    ("books", "status"),
    [
        (InputBooks(given=2, parsed=1, known=1), ExitStatus.WELL),
        (InputBooks(given=2, parsed=1, quarantined=1, by_reason={"empty": 1}), ExitStatus.SOME_QUARANTINED),
        (InputBooks(given=1, quarantined=1, by_reason={"empty": 1}), ExitStatus.SOME_QUARANTINED),
        (InputBooks(given=2, known=1, refused=1), ExitStatus.SOME_QUARANTINED),
        (InputBooks(given=1, known=1, set_aside=1), ExitStatus.SOME_QUARANTINED),
        (InputBooks(given=1, refused=1), ExitStatus.NOTHING_DONE),
        (InputBooks(skipped={".jpg": 3}), ExitStatus.NOTHING_DONE),
    ],
)
def test_the_books_tell_the_exit_status(books: InputBooks, status: ExitStatus) -> None:
    books.check()
    assert books.exit_status is status
