"""Holds what this process takes of memory, whoever in it takes it."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STATUS = Path("/proc/self/statm")
_DATA = 5
"""Which figure of `statm` counts the pages of data, see proc(5)."""


@contextmanager
def held(more_bytes: int) -> Iterator[None]:
    """Let the process take so much more while the block lasts; past that an allocation fails (RLIMIT_DATA, Linux)."""
    if not _STATUS.exists():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    used = int(_STATUS.read_text("ascii").split()[_DATA]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (_lower(used + more_bytes, before[0]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _lower(wanted: int, limit: int) -> int:
    return wanted if limit == resource.RLIM_INFINITY else min(wanted, limit)
