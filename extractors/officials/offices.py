"""The grammar of an office as written: status, head, what stands beside it, its body, the body's own parents.

It reads word by word from a head and stops where the office can go no further: at another head, at a person's name, at
what the person does, at a comma behind which nothing larger follows.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus.offices import Level
from extractors.officials.bodies import step
from extractors.officials.line import Line
from extractors.officials.names import run_end
from extractors.officials.parts import take_overlapping
from extractors.officials.reader import Piece, Reader
from extractors.officials.tries import Found
from extractors.officials.vocabulary import BodyEntry, HeadEntry, UnitEntry, vocabulary

_LONGEST = 40
_TO_SEAT = 4
_BEFORE_POWER = "chính"  # "chính quyền Tổng thống …" is a government, nobody acting


class Office(NamedTuple):
    """An office at `[start, end)`; `past` is the index of the word behind it."""

    start: int
    end: int
    past: int
    head: HeadEntry
    pieces: tuple[Piece, ...]
    status: str | None = None
    body_start: int | None = None
    bodies: tuple[BodyEntry, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    provinces: tuple[str, ...] = ()
    districts: tuple[tuple[str, ...], ...] = ()

    @property
    def level(self) -> Level | None:
        """The level that the head alone tells."""
        return self.head.head.level


def read_office(line: Line, index: int, *, after_name: bool = False) -> Office | None:
    """The office that begins at a word, or `None`.

    `after_name` says that a person's name stands before it, so that none is expected behind it.
    """
    words = vocabulary()
    status = line.find(words.statuses, index)
    if status and status.value == "acting" and index and line.keys[index - 1] == _BEFORE_POWER:
        return None
    at = status.past if status else index
    hit = line.find(words.heads, at)
    if hit is None or (status and line.gaps[at] not in ("", ".")) or not _stands(line, hit, at):
        return None
    start = line.starts[at if status and status.value == "current" else index]
    reader = Reader(line, words, hit.past, hit.value.head.takes, hit.value.head.rank or 0, after_name)
    reader.own_rank, reader.posted = reader.rank, hit.value.head.posted
    reader.pieces = (Piece(hit.start, hit.end, hit.value.canonical),)
    _read_modifiers(reader)
    reader.body_start, modified = None, reader.at
    other = _other(reader, hit.value)
    if other:
        pieces = (*reader.pieces, *other.pieces)
        return other._replace(start=start, head=hit.value, pieces=pieces, status=status.value if status else None)
    take_overlapping(reader, at)
    steps = 0
    while steps < _LONGEST and step(reader):
        steps += 1
    if reader.at == modified and (_lacks_body(reader, hit.value) or (reader.posted and _is_common_noun(reader))):
        return None
    return _office(reader, start, hit.value, status.value if status else None)


def _stands(line: Line, hit: Found[HeadEntry], at: int) -> bool:
    """Whether the head is written as it must be: a short form, and some others, in capitals."""
    if hit.value.short:
        return line.shortened(hit)
    return line.capital(at) or not hit.value.head.capital


def _lacks_body(reader: Reader, head: HeadEntry) -> bool:
    """Whether the head must have a body and has none, not even behind the name: "ĐB | Lê Văn An (đoàn Nghệ An)"."""
    if not head.needs_body or head.head.takes != "place":
        return head.needs_body
    line, end = reader.line, run_end(reader.line, reader.at, reader.words)
    seats = range(end, min(end + _TO_SEAT, len(line)))
    return line.gaps[end] not in ("(", ",") or not any(line.begins(seat, reader.words.places) for seat in seats)


def _is_common_noun(reader: Reader) -> bool:
    """Whether the head goes on as another word: "đại sứ | văn hóa đọc", "Đại sứ | quán"."""
    line, at = reader.line, reader.at
    return line.joins(at) and not (line.capital(at) or reader.does(at) or line.keys[at] in reader.words.joining)


def _office(reader: Reader, start: int, head: HeadEntry, status: str | None) -> Office:
    return Office(
        start=start,
        end=_closed(reader.line.text, start, reader.line.ends[reader.at - 1]),
        past=reader.at,
        head=head,
        pieces=reader.pieces,
        status=status,
        body_start=reader.body_start,
        bodies=reader.bodies,
        units=reader.units,
        provinces=reader.provinces,
        districts=reader.districts,
    )


def _closed(text: str, start: int, end: int) -> int:
    """The end with the bracket that closes behind it, where one was opened inside."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _other(reader: Reader, head: HeadEntry) -> Office | None:
    """The office that makes one with the head: "Trợ lý Bộ trưởng …", "Bộ trưởng, Chủ nhiệm …"."""
    if not (head.head.pairs or head.head.serves):
        return None
    hit = reader.line.find(reader.words.heads, reader.at)
    if hit is None or hit.value.head.serves:
        return None
    paired = reader.line.gaps[reader.at] == "," and hit.value.canonical in head.head.pairs
    served = reader.line.joins(reader.at) and head.head.serves
    return read_office(reader.line, reader.at, after_name=reader.after_name) if paired or served else None


def _read_modifiers(reader: Reader) -> None:
    while reader.line.joins(reader.at) and (hit := reader.line.find(reader.words.modifiers, reader.at)):
        if hit.value.short and not reader.line.shortened(hit):
            return
        full = "Thường trực" if hit.value.canonical == "TT" else hit.value.canonical
        reader.take(hit.past, full)
