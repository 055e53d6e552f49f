"""Tells how a run goes, on stderr: a progress bar on a terminal, lines in a log, or lines of JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from pipeline.cli.watchers import warn
from pipeline.errors import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from pipeline.nightly.telling import Teller

_SECONDS_A_LINE = 60.0


class Log(StrEnum):
    """How a run tells what happens."""

    TEXT = "text"
    JSON = "json"


@contextmanager
def telling(log: Log = Log.TEXT) -> Iterator[Teller]:
    """A teller for the place where stderr goes."""
    if log is Log.JSON:
        yield _Json()
        return
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress)


class _Lines:
    """For cron and logs: a line of progress a minute."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _SECONDS_A_LINE

    def tell(self, event: str, text: str, **facts: object) -> None:  # noqa: ARG002 - for machines
        warn(text)

    def warn(self, text: str) -> None:
        warn(text)

    def progress(self, what: str, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _SECONDS_A_LINE
            warn(f"{what}: {done:,} of {total:,}")


class _Json:
    """For machines: every line is an object with `at` and `event`."""

    def __init__(self) -> None:
        self._next = 0.0

    def tell(self, event: str, text: str, **facts: object) -> None:
        told = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, "text": text, **facts}
        typer.echo(json.dumps(told, ensure_ascii=False), err=True)

    def warn(self, text: str) -> None:
        self.tell("warning", text)

    def progress(self, what: str, done: int, total: int) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _SECONDS_A_LINE
            self.tell("progress", f"{what}: {done:,} of {total:,}", what=what, done=done, total=total)


class _Bar:
    """For people."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def tell(self, event: str, text: str, **facts: object) -> None:  # noqa: ARG002 - for machines
        self.warn(text)

    def warn(self, text: str) -> None:
        self._progress.console.print(f"thidua: {printable(text)}", markup=False, highlight=False, soft_wrap=True)

    def progress(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what)
        self._progress.update(self._tasks[what], completed=done, total=total)
