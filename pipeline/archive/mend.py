"""Cuts back what a dead run left at the end of a WARC file; whole records are moved aside, never lost."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.atomic import write_atomically

ASIDE = "aside"
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Cut:
    """A tail that was cut off: the file, its new length, how many bytes went, and why."""

    file: str
    length: int
    removed: int
    why: str

    def __str__(self) -> str:
        return f"{self.file}: cut back {self.removed} bytes, {self.why}"


def mend(path: Path) -> Cut | None:
    """Cut the file back to its last whole record; None if it is sound."""
    size, length = path.stat().st_size, whole_length(path)
    if length == size:
        return None
    _truncate(path, length)
    return Cut(path.name, length, size - length, "a record that was not written to its end")


def set_aside(path: Path, acknowledged: int) -> Cut | None:
    """Move what was written after the acknowledged bytes into the folder `aside`; None if there is nothing.

    It was never promised to be kept and will be fetched again, so it must not stand in the archive twice.
    """
    size = path.stat().st_size
    if size <= acknowledged:
        return None
    with path.open("rb") as file:
        file.seek(acknowledged)
        tail = file.read()
    aside = path.parent / ASIDE / f"{path.name}.from-{acknowledged}"
    write_atomically(aside, tail)
    _truncate(path, acknowledged)
    return Cut(path.name, acknowledged, len(tail), f"never acknowledged, now in {ASIDE}/{aside.name}")


def _truncate(path: Path, length: int) -> None:
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())


def whole_length(path: Path, start: int = 0) -> int:
    """How many bytes of the file, from `start` on, are whole gzip members."""
    whole = position = start
    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    with path.open("rb") as file:
        file.seek(start)
        while piece := file.read(_STEP):
            position += len(piece)
            while piece:
                try:
                    inflater.decompress(piece, _STEP)
                except zlib.error:
                    return whole
                piece = inflater.unconsumed_tail or inflater.unused_data
                if inflater.eof:
                    whole = position - len(piece)
                    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    return whole
