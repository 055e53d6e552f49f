"""Writes a PNG of at most sixteen colours; the same dots give the same bytes."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _PALETTE_COLOUR = 4, 3


def png(dots: NDArray[Any], palette: list[Colour]) -> bytes:
    """The picture whose dots are numbers of the palette: rows from the top, dots from the left."""
    height, width = dots.shape
    even = np.zeros((height, width + width % 2), np.uint8)
    even[:, :width] = dots
    packed = even[:, ::2] << 4 | even[:, 1::2]
    rows = np.zeros((height, packed.shape[1] + 1), np.uint8)
    rows[:, 1:] = packed  # each row begins with the number of its filter: none
    head = struct.pack(">IIBBBBB", width, height, _BITS, _PALETTE_COLOUR, 0, 0, 0)
    chunks = [
        (b"IHDR", head),
        (b"PLTE", bytes(value for colour in palette for value in colour)),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
