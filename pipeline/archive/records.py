"""Walks the records of a WARC file of any origin; what is damaged is named and passed over, never fatal."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

MOST_DAMAGES = 1000
"""After so many damages a file is given up: it is no archive."""
_STEP = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_NOT_GZIP = "not gzip"
_TORN = "the file ends inside a record"
_BAD_RECORD = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError)
# AttributeError: warcio takes for granted that a response names its URL.


@dataclass(frozen=True, slots=True)
class Damaged:
    """A stretch of an archive that cannot be read: the file, the offset, and why."""

    path: Path
    offset: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}: damaged at byte {self.offset} ({self.why}); what follows is read where it can be"


@dataclass(frozen=True, slots=True)
class Record:
    """A record and where it begins in the file."""

    offset: int
    record: ArcWarcRecord


def records_of(path: Path, at_most: int) -> Iterator[Record | Damaged]:
    """Every record of the file in order, with the damages between them; a record over `at_most` bytes is a damage."""
    with path.open("rb") as file:
        is_gzip = file.read(2) == _MAGIC[:2]
        file.seek(0)
        if is_gzip and _is_by_record(file, at_most):
            yield from _by_member(path, file, at_most)
        elif is_gzip:
            unzipped = _Unzipped(file)
            yield from _in_stream(path, unzipped)
            if unzipped.is_torn:
                yield Damaged(path, unzipped.tell(), _TORN)
        else:
            yield from _in_stream(path, file)


def record_in(member: bytes) -> ArcWarcRecord:
    """The record in the bytes of one gzip member; raises `ValueError` where it is none, or is cut."""
    try:
        record = ArcWarcRecordLoader().parse_record_stream(BytesIO(member), known_format="warc")
    except _BAD_RECORD as error:
        raise ValueError(f"no WARC record: {_first_line(error)}") from error
    length = int(record.length or 0)
    if member.find(b"\r\n\r\n") + 4 + length > len(member):
        raise ValueError("the record is shorter than it says")
    return record


def _by_member(path: Path, file: IO[bytes], at_most: int) -> Iterator[Record | Damaged]:
    damages = 0
    for offset, content in _members(file, at_most):
        try:
            if isinstance(content, str):
                raise ValueError(content)
            yield Record(offset, record_in(content))
        except ValueError as error:
            damages += 1
            yield Damaged(path, offset, str(error))
            if damages == MOST_DAMAGES:
                return


def _members(file: IO[bytes], at_most: int) -> Iterator[tuple[int, bytes | str]]:
    """The gzip members with their offsets, or why one cannot be read; after damage, the next that looks like one."""
    offset: int | None = 0
    while offset is not None:
        file.seek(offset)
        content, length = _member(file, at_most)
        if length == 0 and content == "":
            return
        yield offset, content
        offset = offset + length if length else _next_magic(file, offset + 1)


def _member(file: IO[bytes], at_most: int) -> tuple[bytes | str, int]:
    """The content of the member that begins here, or what is wrong with it; its length in the file, 0 if unknown."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    content = bytearray()
    read, too_large = 0, False
    while not inflater.eof:
        piece = inflater.unconsumed_tail or file.read(_STEP)
        if not piece:
            return (_TORN if read else ""), 0
        read += 0 if inflater.unconsumed_tail else len(piece)
        try:
            content += inflater.decompress(piece, _STEP)
        except zlib.error as error:
            return f"{_NOT_GZIP}: {error}", 0
        if len(content) > at_most:
            too_large = True
            content.clear()
    length = read - len(inflater.unused_data)
    return (f"the record is larger than {at_most} bytes" if too_large else bytes(content)), length


def _next_magic(file: IO[bytes], start: int) -> int | None:
    """Where the next gzip member may begin."""
    file.seek(start)
    position, tail = start, b""
    while piece := file.read(_STEP):
        window = tail + piece
        found = window.find(_MAGIC)
        if found >= 0:
            return position - len(tail) + found
        position += len(piece)
        tail = window[-len(_MAGIC) + 1 :]
    return None


def _is_by_record(file: IO[bytes], at_most: int) -> bool:
    """Whether the first member holds no more than one record, as it should."""
    content, _ = _member(file, at_most)
    file.seek(0)
    if isinstance(content, str):
        return content.startswith(_NOT_GZIP)
    try:
        length = int(record_in(content).length or 0)
    except ValueError:
        return True
    return not content[content.find(b"\r\n\r\n") + 4 + length :].strip()


class _Unzipped:
    """A file that is one gzip stream; warcio takes an end inside it for the end, so it is remembered here."""

    def __init__(self, file: IO[bytes]) -> None:
        self.is_torn = False
        self._plain = gzip.GzipFile(fileobj=file)

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; nothing more where the file is torn."""
        try:
            return self._plain.read1(size)
        except EOFError:
            self.is_torn = True
            return b""

    def tell(self) -> int:
        """How many bytes were given out."""
        return self._plain.tell()


def _in_stream(path: Path, file: IO[bytes] | _Unzipped) -> Iterator[Record | Damaged]:
    """Records that stand one behind the other; nothing after a damage can be found again."""
    offset = 0
    try:
        records = WARCIterator(file, no_record_parse=False)
        for record in records:
            offset = records.offset
            yield Record(offset, record)
    except (*_BAD_RECORD, zlib.error, OSError) as error:
        yield Damaged(path, offset, f"no WARC record: {_first_line(error)}")


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
