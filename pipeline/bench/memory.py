"""The peak memory of a program that this process runs: read from the system, where another one's cannot slip in.

`getrusage(RUSAGE_CHILDREN)` will not do: it tells the largest of all children so far, and a child begins with the peak
of the process that forked it (Linux keeps `ru_maxrss` over `exec`; see getrusage(2)).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY_SECONDS = 0.02


class Peak:
    """The highest resident memory seen so far, in MiB; 0 where the system has no /proc."""

    mib = 0.0


@contextmanager
def peak_of(module: str) -> Iterator[Peak]:
    """While it is open: the peak of the children of this process that run `python -m module`.

    The system itself keeps the peak (VmHWM, proc(5)), so that only what grows in a child's last 20 ms is missed.
    """
    peak, over = Peak(), threading.Event()

    def watch() -> None:
        while not over.wait(_EVERY_SECONDS):
            peak.mib = max(peak.mib, *(_peak_mib(child) for child in _children(module)), 0.0)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def _children(module: str) -> Iterator[Path]:
    parent = f"PPid:\t{os.getpid()}\n"
    for process in _PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            if parent in (process / "status").read_text() and module.encode() in (process / "cmdline").read_bytes():
                yield process


def _peak_mib(process: Path) -> float:
    with suppress(OSError):
        for line in (process / "status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0
