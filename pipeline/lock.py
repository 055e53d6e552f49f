"""One writer at a time: a lock on the data directory that the kernel releases when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import BusyError


@contextmanager
def exclusive(data_dir: Path) -> Iterator[None]:
    """Hold the data directory for writing; raises `BusyError` naming the process that holds it."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / ".lock").open("a+", encoding="ascii") as file:
        _take(file.fileno(), data_dir)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _take(descriptor: int, data_dir: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
        raise BusyError(data_dir, f"process {holder} is writing to it", "wait for it to end, then run again") from error
