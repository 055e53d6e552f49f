"""A run that dies at any write, sync, rename or removal: the next one makes good, nothing lost and nothing double."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
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
    """Lets so many dangerous calls through, then has its accident: at odd counts before a call, at even ones after."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self.accident: BaseException = Killed()
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
        self.left -= 1
        if self.left == 0:
            raise self.accident


@pytest.fixture
def fuse(monkeypatch: pytest.MonkeyPatch, in_this_process: None) -> Fuse:  # noqa: ARG001 - asked for its effect
    """The fuse, and no worker processes, which have no part in these accidents."""
    return Fuse(monkeypatch)


def rows(settings: Settings) -> list[dict[str, Any]]:
    shards = list(scan(settings.shards_dir))
    assert all(isinstance(shard, Shard) for shard in shards)
    return sorted((row for s in shards for row in s.table.to_pylist()), key=lambda row: (row["page_id"], row["name"]))


def stamped(monkeypatch: pytest.MonkeyPatch, stamp: Stamp) -> None:
    """As if code and registers were those of the stamp."""
    for module in ("intake", "shards", "store"):
        monkeypatch.setattr(f"pipeline.{module}.current_stamp", lambda: stamp)


def at_each_point(fuse: Fuse, run: Callable[[int], None]) -> int:
    """Run again and again, dying one point later each time, until a run survives; the number of deaths."""
    for point in range(1, 10_000):
        fuse.left = point
        try:
            run(point)
        except type(fuse.accident):
            continue
        fuse.left = -1
        return point - 1
    raise AssertionError("never survived")


@pytest.mark.parametrize("accident", [Killed(), OSError(errno.ENOSPC, "no space left on device")])
def test_a_first_run_that_dies_anywhere_is_made_good_by_the_next(
    fuse: Fuse, accident: BaseException, tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages
) -> None:
    fuse.accident = accident
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
        stamped(monkeypatch, Stamp("code", f"edition {edition}"))

        def run(_: int) -> None:
            assert {row["page_id"] for row in rows(settings)} == {row["page_id"] for row in expected}
            half = [str(home / "a.txt"), str(home / "c.txt")]
            take_in(half, settings, notes, page_tasks.plain_row)

        assert at_each_point(fuse, run) >= 4
        assert rows(settings) == expected


RUN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from page_tasks import plain_row
from pipeline import intake, shards, store
from pipeline.cli.tellers import telling
from pipeline.settings import Settings
from pipeline.stamp import Stamp
for module in (intake, shards, store):
    module.current_stamp = lambda: Stamp("code", "registers")
settings = Settings(data_dir=Path(sys.argv[3]), workers=2, pages_per_shard=2)
with telling() as watcher:
    intake.take_in([sys.argv[2]], settings, watcher, plain_row)
"""


def test_what_stands_when_the_process_is_killed_stays_and_the_rest_comes(
    tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped(monkeypatch, Stamp("code", "registers"))
    home = pages(**{f"p{n:02}": f"slow {n}" for n in range(14)})
    whole = Settings(data_dir=tmp_path / "whole", workers=2)
    take_in([str(home)], whole, notes, page_tasks.plain_row)
    settings = Settings(data_dir=tmp_path / "data", workers=2, pages_per_shard=2)
    tasks = str(Path(page_tasks.__file__ or "").parent)
    command = [sys.executable, "-c", RUN, tasks, str(home), str(settings.data_dir)]
    for shards in (1, 4):
        with subprocess.Popen(command) as process:
            while process.poll() is None and len(standing := list(settings.shards_dir.glob("*.parquet"))) < shards:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert {path.name for path in standing} <= {path.name for path in settings.shards_dir.iterdir()}
    books = take_in([str(home)], settings, notes, page_tasks.plain_row).books
    assert books.known >= 8
    assert rows(settings) == rows(whole)
