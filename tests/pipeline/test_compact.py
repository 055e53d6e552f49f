"""Small shards are joined once they fill one, each page is then written no more, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import compact
from pipeline.settings import Settings
from pipeline.shards import Shard, scan, write_shard
from pipeline.stamp import Stamp
from pipeline.store import settle

OLD = Stamp("0.0.1+old", "old-registers")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(compact, "FULL_SHARD", 6)
    return Settings(data_dir=tmp_path)


def write(settings: Settings, pages: str, stamp: Stamp | None = None) -> Path:
    rows = [
        {"page_id": p, "name": f"{p}.txt", "media_type": "text/plain", "byte_count": 1, "outcome": "parsed"}
        for p in pages
    ]
    return write_shard(rows, settings.shards_dir, stamp)


def shards(settings: Settings) -> list[tuple[str, bool]]:
    """The pages of each shard, and whether an old version read them."""
    found = [shard for shard in scan(settings.shards_dir) if isinstance(shard, Shard)]
    return sorted(("".join(sorted(s.table.column("page_id").to_pylist())), s.stamp == OLD) for s in found)


def test_small_shards_are_joined_once_they_fill_one(settings: Settings) -> None:
    for pages in ("ab", "cd", "e"):
        write(settings, pages)
        settle(settings)
    assert [pages for pages, _ in shards(settings)] == ["ab", "cd", "e"]
    write(settings, "fgh")
    settled = settle(settings)
    assert sum(len(pages) >= 6 for pages, _ in shards(settings)) == 1
    assert "".join(sorted("".join(pages for pages, _ in shards(settings)))) == "abcdefgh"
    assert settled.standing.keys() == set("abcdefgh")
    assert settled.superseded == {}


def test_a_full_shard_stays_and_so_do_those_that_do_not_fill_one(settings: Settings) -> None:
    full, small = write(settings, "abcdef"), write(settings, "gh")
    settle(settings)
    assert sorted(settings.shards_dir.iterdir()) == sorted([full, small])


def test_only_what_was_read_by_the_same_code_is_joined(settings: Settings) -> None:
    for pages in ("abc", "def"):
        write(settings, pages)
    for pages in ("ghi", "jk"):
        write(settings, pages, OLD)
    settle(settings)
    assert shards(settings) == [("abcdef", False), ("ghi", True), ("jk", True)]


def test_a_join_that_was_cut_off_loses_nothing_and_counts_nothing_twice(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    paths = [write(settings, "abc"), write(settings, "def")]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            settle(settings)
    assert len(list(settings.shards_dir.iterdir())) == len(paths) + 1
    settled = settle(settings)
    assert settled.standing.keys() == set("abcdef")
    assert shards(settings) == [("abcdef", False)]
