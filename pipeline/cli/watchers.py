"""Tells how a run goes, on stderr: a progress bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from pipeline.errors import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from pipeline.intake import Watcher

NO_PAGES = "{}: no saved pages there; give .html, .htm or .txt files, or folders of them"
_INPUTS_A_LINE = 500


def warn(message: str) -> None:
    """One line on stderr, with nothing in it that a terminal would obey."""
    typer.echo(f"thidua: {printable(message)}", err=True)


@contextmanager
def watching() -> Iterator[Watcher]:
    """A watcher for the place where stderr goes."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress)


class _Lines:
    """For cron and logs."""

    def __init__(self) -> None:
        self._total = 0
        self._done = 0

    def begin(self, total: int) -> None:
        self._total = total

    def advance(self) -> None:
        self._done += 1
        if self._done % _INPUTS_A_LINE == 0:
            warn(f"{self._done:,} of {self._total:,} inputs")

    def warn(self, message: str) -> None:
        warn(message)


class _Bar:
    """For people."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID = progress.add_task("reading", total=None)

    def begin(self, total: int) -> None:
        self._progress.update(self._task, total=total)

    def advance(self) -> None:
        self._progress.advance(self._task)

    def warn(self, message: str) -> None:
        self._progress.console.print(f"thidua: {printable(message)}", markup=False, highlight=False, soft_wrap=True)
