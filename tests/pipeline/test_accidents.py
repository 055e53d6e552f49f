"""A run that dies at any write, sync, rename or removal: the next one makes good, nothing lost and nothing double."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline import atomic
from pipeline.intake import take_in
from pipeline.settings import Settings
from pipeline.shards import Shard, scan
from pipeline.stamp import Stamp

Pages = Callable[..., Path]


class Killed(BaseException):
    """The process ends here."""


class Fuse:
    """Lets so many dangerous calls through, then kills: at even counts before the call, at odd counts after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self.calls = 0
        for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "unlink")):
            monkeypatch.setattr(owner, name, self._guarded(getattr(owner, name)))

    def _guarded(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*args: Any, **named: Any) -> Any:
            self._burn()
            result = call(*args, **named)
            self._burn()
            return result

        return guarded

    def _burn(self) -> None:
        self.calls += 1
        self.left -= 1
        if self.left == 0:
            raise Killed


@pytest.fixture
def fuse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fuse]:
    yield Fuse(monkeypatch)


def rows(settings: Settings) -> list[dict[str, Any]]:
    shards = list(scan(settings.shards_dir))
    assert all(isinstance(shard, Shard) for shard in shards)
    return sorted((row for s in shards for row in s.table.to_pylist()), key=lambda row: (row["page_id"], row["name"]))


def at_each_point(fuse: Fuse, run: Callable[[int], None]) -> int:
    """Run again and again, dying one point later each time, until a run survives; the number of deaths."""
    for point in range(1, 10_000):
        fuse.left = point
        try:
            run(point)
        except Killed:
            continue
        fuse.left = -1
        return point - 1
    raise AssertionError("never survived")


def test_a_first_run_killed_anywhere_is_made_good_by_the_next(
    fuse: Fuse, tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages
) -> None:
    home = str(pages(a="một", b="hai", c="refuse ba"))

    def settings(folder: object) -> Settings:
        return Settings(data_dir=tmp_path / f"data{folder}", workers=1, pages_per_shard=2)

    def run(folder: object) -> None:
        take_in([home], settings(folder), notes, page_tasks.plain_row)

    run("whole")
    expected = rows(settings("whole"))
    deaths = at_each_point(fuse, run)
    assert deaths >= 20
    for point in range(1, deaths + 1):
        run(point)
        assert rows(settings(point)) == expected
        assert not list((tmp_path / f"data{point}").rglob(f"*{atomic.TEMPORARY}"))


def test_a_run_over_changed_registers_killed_anywhere_again_and_again_loses_nothing(
    fuse: Fuse, tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = pages(a="một", b="hai", c="ba", d="bốn")
    settings = Settings(data_dir=tmp_path / "data", workers=1, pages_per_shard=2)
    take_in([str(home)], settings, notes, page_tasks.plain_row)
    expected = rows(settings)
    for edition in range(3):
        for module in ("intake", "shards", "store"):
            stamp = Stamp("0.1.0+abc", f"edition {edition}")
            monkeypatch.setattr(f"pipeline.{module}.current_stamp", lambda stamp=stamp: stamp)

        def run(_: int) -> None:
            assert {row["page_id"] for row in rows(settings)} == {row["page_id"] for row in expected}
            half = [str(home / "a.txt"), str(home / "c.txt")]
            take_in(half, settings, notes, page_tasks.plain_row)

        assert at_each_point(fuse, run) >= 4
        assert rows(settings) == expected
