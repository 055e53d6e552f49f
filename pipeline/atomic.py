"""Puts files in place so that a reader, and a run after a power cut, sees the whole file or none of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

TEMPORARY = ".tmp"


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside the path under a temporary name, sync, and rename into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_directory(path.parent)


def first_free(paths: Iterable[Path]) -> Path:
    """The first of the paths at which nothing stands."""
    return next(path for path in paths if not path.exists())


def sync_directory(directory: Path) -> None:
    """Make renames and removals in a directory durable."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_temporaries(directory: Path) -> None:
    """Remove what dead runs left half-written; only for the one process that holds the lock."""
    for path in directory.glob(f".*{TEMPORARY}"):
        path.unlink(missing_ok=True)
