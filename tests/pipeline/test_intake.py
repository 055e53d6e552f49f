"""Pages into shards: each once, whatever the order, the workers and the accidents; and the books balance."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline.errors import SandboxError
from pipeline.inputs import skipped_line
from pipeline.intake import take_in
from pipeline.runs import InputBooks, recorded
from pipeline.settings import Settings
from pipeline.shards import Shard, scan
from pipeline.stamp import Stamp

Pages = Callable[..., Path]
Rows = list[dict[str, Any]]


class Intake:
    """A data directory and the runs over it, with the fast task."""

    def __init__(self, data_dir: Path, tasks: ModuleType, watcher: Any) -> None:
        self.data_dir = data_dir
        self.tasks = tasks
        self.watcher = watcher

    def settings(self, **more: Any) -> Settings:
        return Settings.model_validate({"data_dir": self.data_dir, "workers": 1, **more})

    def run(self, *paths: Path | str, **more: Any) -> InputBooks:
        task = self.tasks.plain_row
        return take_in([str(path) for path in paths], self.settings(**more), self.watcher, task).books

    def rows(self) -> Rows:
        shards = [shard for shard in scan(self.settings().shards_dir) if isinstance(shard, Shard)]
        return sorted((row for shard in shards for row in shard.table.to_pylist()), key=lambda row: row["page_id"])


@pytest.fixture
def intake(tmp_path: Path, page_tasks: ModuleType, notes: Any) -> Intake:
    return Intake(tmp_path / "data", page_tasks, notes)


def texts(count: int) -> dict[str, str]:
    return {f"p{n:02}": f"bài số {n}" if n % 5 else f"refuse {n}" for n in range(count)}


def test_every_input_is_in_the_books_once(intake: Intake, pages: Pages) -> None:
    home = pages(a="một", b="refuse hai", c="hang ba", d="một", e="die năm")
    (home / "photo.jpg").write_bytes(b"x")
    books = intake.run(home, home / "none.html", page_seconds=1.5)
    assert books == InputBooks(
        given=6,
        parsed=1,
        quarantined=3,
        known=1,
        refused=1,
        by_reason={"crashed": 1, "no_text": 1, "timeout": 1},
        skipped={".jpg": 1},
    )
    assert (intake.watcher.total, intake.watcher.done) == (6, 6)
    assert intake.watcher.warnings == [
        skipped_line({".jpg": 1}),
        f"{home}/none.html: no such file or directory; check the path",
        "b.txt: quarantined (no_text): it asks to be refused",
        "c.txt: quarantined (timeout): reading it took more than 1.5 s",
        "e.txt: quarantined (crashed): reading it ended the worker process (SIGSEGV)",
    ]
    assert [run.books for run in recorded(intake.settings().runs_dir)] == [books]


def test_what_is_known_is_not_read_again_and_what_depended_on_the_machine_is(intake: Intake, pages: Pages) -> None:
    home = pages(a="một", b="refuse hai", c="leave ba")
    first = intake.run(home)
    before = intake.rows()
    again = intake.run(home)
    assert (first.parsed, first.quarantined, first.known) == (1, 2, 0)
    assert (again.parsed, again.quarantined, again.known) == (0, 1, 2)
    assert again.by_reason == {"crashed": 1}
    assert intake.rows() == before


def test_a_page_over_the_size_limit_is_quarantined_in_its_place(intake: Intake, pages: Pages) -> None:
    home = pages(a="một", b="x" * (2**20 + 1), c="ba")
    books = intake.run(home, page_megabytes=1)
    assert (books.parsed, books.by_reason) == (2, {"too_large": 1})
    assert intake.watcher.warnings == [
        "b.txt: quarantined (too_large): 1,048,577 bytes, a page may have 1 MiB; save the article alone"
    ]
    assert len(intake.rows()) == 3


def test_rows_are_the_same_for_any_order_workers_batches_and_shard_size(
    tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages
) -> None:
    home = pages(**texts(17))
    (home / "again.txt").write_text("bài số 1")
    files = sorted(home.iterdir())

    def rows(folder: str, batches: int, seed: int, **more: Any) -> Rows:
        intake = Intake(tmp_path / folder, page_tasks, notes)
        shuffled = random.Random(seed).sample(files, len(files))
        for batch in range(batches):
            intake.run(*shuffled[batch::batches], **more)
        return intake.rows()

    expected = rows("one", 1, 0)
    assert len(expected) == 17
    assert rows("two", 1, 1, workers=2) == expected
    assert rows("three", 2, 2, workers=2, pages_per_shard=2) == expected
    assert rows("four", 6, 3) == expected


def test_the_same_pages_make_the_same_shards(tmp_path: Path, page_tasks: ModuleType, notes: Any, pages: Pages) -> None:
    home = pages(**texts(11))
    names = []
    for folder, workers in (("one", 1), ("two", 2)):
        intake = Intake(tmp_path / folder, page_tasks, notes)
        intake.run(home, workers=workers, pages_per_shard=4)
        names.append(sorted(path.name for path in intake.settings().shards_dir.iterdir()))
    assert names[0] == names[1]
    assert len(names[0]) == 3


def changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a register had been edited."""
    for module in ("intake", "shards", "store"):
        monkeypatch.setattr(f"pipeline.{module}.current_stamp", lambda: Stamp("0.1.0+abc", "edited"))


def test_after_a_change_of_registers_pages_that_are_given_are_read_anew_and_the_rest_stays(
    intake: Intake, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = pages(**texts(6))
    intake.run(home)
    before = intake.rows()
    changed(monkeypatch)
    books = intake.run(home / "p01.txt", home / "p02.txt")
    assert (books.parsed, books.known) == (2, 0)
    assert intake.rows() == before
    stamps = {
        row["name"]: shard.stamp for shard in scan(intake.settings().shards_dir) for row in shard.table.to_pylist()
    }
    assert {name for name, stamp in stamps.items() if stamp.register_hash == "edited"} == {"p01.txt", "p02.txt"}


def test_pages_of_a_damaged_shard_are_read_again_when_given(intake: Intake, pages: Pages) -> None:
    home = pages(**texts(6))
    intake.run(home, pages_per_shard=3)
    before = intake.rows()
    shard = min(intake.settings().shards_dir.iterdir())
    shard.write_bytes(shard.read_bytes()[:-9])
    books = intake.run(home)
    assert (books.given, books.known, books.set_aside) == (6, 3, 1)
    assert intake.rows() == before
    assert any(line.startswith(f"{shard}: damaged (its content") for line in intake.watcher.warnings)


def test_nothing_changes_where_no_worker_can_start(
    intake: Intake, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.sandbox.serve", intake.tasks.never_ready)
    with pytest.raises(SandboxError):
        intake.run(pages(a="một"))
    assert intake.rows() == []
    assert [run.state for run in recorded(intake.settings().runs_dir)] == ["running"]
