"""Compound files, in which Office wrote before 2007: the streams at their top tell which program wrote one.

Source: [MS-CFB] Compound File Binary File Format, 2.2 (header), 2.5 (DIFAT), 2.6 (directory).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.errors import Unreadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY_BYTES, _NAME_BYTES = 128, 64
_IN_HEADER, _MOST_ENTRIES = 109, 20_000
_LAST_SECTOR = 0xFFFFFFFA
_SECTOR_SHIFTS = (9, 12)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stream or storage of the directory; the others are numbers of entries, or none where there is no such."""

    name: str
    left: int
    right: int
    below: int


def top_streams(content: bytes) -> frozenset[str]:
    """The names of the streams and storages at the top of a compound file; raises `Unreadable` for a broken one."""
    try:
        entries = list(_entries(content))
        return frozenset(entries[n].name for n in _siblings(entries, entries[0].below))
    except (struct.error, IndexError) as error:
        raise Unreadable("damaged", "the file is cut short or broken; fetch it again") from error


def _entries(content: bytes) -> Iterator[_Entry]:
    size, table, first = _sectors(content)
    number, walked = first, 0
    while number < _LAST_SECTOR and walked < _MOST_ENTRIES:
        start = _place(number, size)
        yield from (_entry(content, at) for at in range(start, start + size, _ENTRY_BYTES))
        walked += size // _ENTRY_BYTES
        number = _next(content, table, number, size)


def _sectors(content: bytes) -> tuple[int, list[int], int]:
    """The size of a sector, the sectors of the allocation table, and the first of the directory."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in _SECTOR_SHIFTS:
        raise IndexError(shift)
    size = 1 << shift
    tables, first, _, _, _, _, more, _ = struct.unpack_from("<8I", content, 44)
    listed = list(struct.unpack_from(f"<{_IN_HEADER}I", content, 76))
    while more < _LAST_SECTOR and len(listed) < min(tables, len(content) // size):
        *numbers, more = struct.unpack_from(f"<{size // 4}I", content, _place(more, size))
        listed += numbers
    return size, listed[:tables], first


def _next(content: bytes, table: list[int], number: int, size: int) -> int:
    """The sector that follows one in its chain."""
    holder, place = divmod(number, size // 4)
    (following,) = struct.unpack_from("<I", content, _place(table[holder], size) + place * 4)
    return int(following)


def _place(number: int, size: int) -> int:
    """Where a sector begins; the header stands in one of its own."""
    return (number + 1) * size


def _entry(content: bytes, at: int) -> _Entry:
    length, _, _, left, right, below = struct.unpack_from("<HBB3I", content, at + _NAME_BYTES)
    name = content[at : at + max(0, min(length, _NAME_BYTES) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, left, right, below)


def _siblings(entries: list[_Entry], first: int) -> set[int]:
    """The entries beside one in their tree, itself included."""
    found: set[int] = set()
    waiting = [first]
    while waiting:
        number = waiting.pop()
        if number < _LAST_SECTOR and number not in found:
            found.add(number)
            waiting += [entries[number].left, entries[number].right]
    return found
