"""What is no sound file of gold facts is told in one line, and so are floors that are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.documents import GoldError, documents
from pipeline.evaluate.floors import FloorError, read_floors
from pipeline.evaluate.gold import score_folder
from pipeline.evaluate.stories import story_lines
from tests.conftest import ROOT

READERS = [score_folder, story_lines]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"id": "a",\n "campaigns": [}', r"a\.json: invalid json: .* at line 2 column \d+; mend the file"),
        (b'{"id": "\xff"}', r"a\.json: invalid json: .* at line 1 column \d+; mend the file"),
        (b"[]", r"a\.json: .*; mend the file"),
        (b'{"story": "x"}', r"a\.json: id: field required; mend the file"),
        (b'{"id": "a", "story": 3}', r"a\.json: story: input should be a valid string; mend the file"),
        (b'{"id": "a", "awards": [3]}', r"a\.json: awards\.0: .*; mend the file"),
        (b'{"id": "a", "officials": [{"roles": []}]}', r"a\.json: officials\.0\.name: field required; mend the file"),
        (b'{"id": "a", "campaigns": [{"name": "b", "mentions": "2"}]}', r"a\.json: campaigns\.0\.mentions: "),
    ],
)
@pytest.mark.parametrize("read", READERS)
def test_a_file_that_is_no_gold_is_named(
    tmp_path: Path, read: Callable[[Path], Any], content: bytes, says: str
) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(GoldError, match=says):
        list(read(tmp_path))


@pytest.mark.parametrize("page", ["a.html", "a.json", "a.warc"])
@pytest.mark.parametrize("read", READERS)
def test_a_page_that_cannot_be_read_is_named(tmp_path: Path, read: Callable[[Path], Any], page: str) -> None:
    (tmp_path / "a.json").write_text(f'{{"id": "a", "story": "s", "file": "{page}"}}')
    (tmp_path / "a.warc").touch()
    with pytest.raises(GoldError, match=rf"a\.json: its page {page} "):
        list(read(tmp_path))


def test_the_index_is_no_document() -> None:
    folder = ROOT / "corpus" / "samples" / "gold"
    assert [one.file for one in documents(folder)] == [f for f in sorted(folder.iterdir()) if f.name != "index.json"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"gold = \nf1 = {}", r"floors\.toml: not valid TOML .*line 1.*; mend the file"),
        (b'gold = "\xff"', r"floors\.toml: not valid TOML .*; mend the file"),
        (b"f1 = {}", r"floors\.toml: gold: field required; mend the file"),
        (b'gold = "a"\nf1 = {awards = "high"}', r"floors\.toml: f1\.awards: .*; mend the file"),
        (b'gold = "a"\nf1 = {}\nlowered = 3', r"floors\.toml: lowered: .*; mend the file"),
    ],
)
def test_a_file_that_holds_no_floors_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "floors.toml").write_bytes(content)
    with pytest.raises(FloorError, match=says):
        read_floors(tmp_path / "floors.toml")
