"""One writer at a time: a lock on a directory that the kernel releases when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from pipeline.errors import BusyError

T = TypeVar("T")
_A_MOMENT_SECONDS = 0.05

STORE = ".lock"
"""Held while shards are written and the warehouse is built."""
CRAWL = ".crawl.lock"
"""Held for a whole nightly run or crawl, so that the store is free for others while servers are waited for."""


@contextmanager
def exclusive(directory: Path, name: str = STORE) -> Iterator[None]:
    """Hold the directory for writing; raises `BusyError` naming the process that holds it, and since when."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / name).open("a+", encoding="ascii") as file:
        _take(file.fileno(), directory)
        file.truncate(0)
        file.write(f"{os.getpid()} {datetime.now(UTC).isoformat(timespec='seconds')}\n")
        file.flush()
        yield


def patiently(seconds: float, attempt: Callable[[], T]) -> T:
    """What the attempt returns; while another process is in its way it is made again, for so long."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except BusyError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_A_MOMENT_SECONDS)


def _take(descriptor: int, directory: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        owner = told_owner(os.pread(descriptor, 64, 0), datetime.now(UTC))
        raise BusyError(directory, f"{owner} is writing to it", "wait for it to end, then run again") from error


def told_owner(written: bytes, now: datetime) -> str:
    """Who holds a lock, and for how long, by what stands in its file.

    >>> told_owner(b"4711 2026-11-20T01:00:00+00:00\\n", datetime(2026, 11, 20, 1, 12, tzinfo=UTC))
    'process 4711 (since 2026-11-20 01:00:00 UTC, 12 minutes)'
    >>> told_owner(b"", datetime.now(UTC))
    'process unknown'
    """
    pid, _, since = written.decode("ascii", "replace").strip().partition(" ")
    try:
        began = datetime.fromisoformat(since)
    except ValueError:
        return f"process {pid or 'unknown'}"
    minutes = max((now - began).total_seconds(), 0.0) // 60
    age = f"{minutes:.0f} minutes" if minutes < 120 else f"{minutes // 60:.0f} hours"
    return f"process {pid} (since {began:%Y-%m-%d %H:%M:%S} UTC, {age})"
