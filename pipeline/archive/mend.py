"""Cuts back what a dead run left half-written at the end of a WARC file; whole records are never touched."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from pathlib import Path

_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Cut:
    """A torn tail that was cut off: the file, its new length, and how many bytes went."""

    file: str
    length: int
    removed: int

    def __str__(self) -> str:
        return f"{self.file}: cut back {self.removed} bytes of a record that was not written to its end"


def mend(path: Path, whole: int = 0) -> Cut | None:
    """Cut the file back to its last whole record; the first `whole` bytes are known to be records. None if sound."""
    size = path.stat().st_size
    length = whole_length(path, min(whole, size))
    if length == size:
        return None
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())
    return Cut(path.name, length, size - length)


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
