"""Shared by the tests of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def page_tasks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Tasks that worker processes can import: fast ones, and ones that misbehave."""
    monkeypatch.syspath_prepend(str(Path(__file__).with_name("tasks")))
    import page_tasks

    return page_tasks


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker processes: they have no part in what is tested then, and would only take time."""
    monkeypatch.setattr("pipeline.outcomes.isolated", lambda task, pages, _: map(task, pages))


class Notes:
    """A watcher that remembers what it was told."""

    def __init__(self) -> None:
        self.total = 0
        self.done = 0
        self.warnings: list[str] = []

    def progress(self, what: str, done: int, total: int) -> None:
        assert done <= total, what
        self.done, self.total = done, total

    def warn(self, text: str) -> None:
        self.warnings.append(text)


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def pages(tmp_path: Path) -> Callable[..., Path]:
    """Writes pages, `name=text`, into a folder and returns it."""

    def write(folder: str = "pages", **texts: str) -> Path:
        home = tmp_path / folder
        home.mkdir(exist_ok=True)
        for name, text in texts.items():
            (home / f"{name}.txt").write_text(text)
        return home

    return write
