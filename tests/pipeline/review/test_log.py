"""The log: appended whole, read whole, a torn tail never counts and never spoils what follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.review.log import LogEntry, LogError, append, read_log


class Said(LogEntry):
    """Something said."""

    words: str


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "reviews" / "said.jsonl"
    append(path, [Said(words="một\nhai"), Said(words="ba")])
    return path


def test_what_is_appended_is_read_in_order(log: Path) -> None:
    append(log, [Said(words="bốn")])
    assert [said.words for said in read_log(log, Said)] == ["một\nhai", "ba", "bốn"]


def test_what_stood_before_stays_byte_for_byte(log: Path) -> None:
    before = log.read_bytes()
    append(log, [Said(words="bốn")])
    assert log.read_bytes().startswith(before)
    append(log, [])
    assert log.read_bytes().count(b"\n") == 3


def test_no_log_is_an_empty_one(tmp_path: Path) -> None:
    assert read_log(tmp_path / "none.jsonl", Said) == []


@pytest.mark.parametrize("torn", [b'{"wo', b'{"words":"b\xe1\xbb', b'{"words":"x"}'])
def test_a_line_that_never_ended_does_not_count(log: Path, torn: bytes) -> None:
    with log.open("ab") as file:
        file.write(torn)
    assert [said.words for said in read_log(log, Said)] == ["một\nhai", "ba"]
    append(log, [Said(words="năm")])
    assert [said.words for said in read_log(log, Said)] == ["một\nhai", "ba", "năm"]


@pytest.mark.parametrize("bad", ["", "{}", "[]", "null", '{"words": 1}', '{"words": "x", "more": 1}', '{"words": "x"'])
def test_a_bad_line_is_named_and_nothing_is_guessed(log: Path, bad: str) -> None:
    with log.open("a") as file:
        file.write(bad + "\n")
    with pytest.raises(LogError, match=r"said\.jsonl:3: .+; put the file back"):
        read_log(log, Said)
