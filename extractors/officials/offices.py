"""The grammar of an office as written: status, head, what stands beside it, its body, the body's own parents.

It reads word by word from a head and stops where the office can go no further: at another head, at a person's name, at
what the person does, at a comma behind which nothing larger follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.offices import Level, Takes
from extractors.officials.line import Line, line_from
from extractors.officials.names import begins_name, name_within, run_end, starts_with_person
from extractors.officials.vocabulary import BodyEntry, HeadEntry, UnitEntry, Vocabulary, vocabulary

_WITHIN = frozenset({"của", "thuộc"})
_TERM = frozenset({"khóa", "nhiệm"})
_ROMAN = re.compile(r"[ivxlc]+|\d{1,4}(?:-\d{4})?")
_LONGEST = 40
_NAMED = frozenset({"name", "person", "firm"})
_WITH_FIELDS = _NAMED | {"proper", "field"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an office with what it is in full."""

    start: int
    end: int
    canonical: str


@dataclass(frozen=True, slots=True)
class Office:
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


@dataclass
class _Reader:
    """How far an office has been read: what its body's name may still take, the rank of the last body, where it ends."""

    line: Line
    words: Vocabulary
    at: int
    takes: Takes
    rank: int
    after_name: bool
    pieces: list[Piece] = field(default_factory=list)
    bodies: list[BodyEntry] = field(default_factory=list)
    units: list[UnitEntry] = field(default_factory=list)
    provinces: list[str] = field(default_factory=list)
    districts: list[tuple[str, ...]] = field(default_factory=list)
    body_start: int | None = None
    named: int = 0

    def take(self, past: int, canonical: str | None = None) -> None:
        """Read on to the word `past`."""
        start, end = self.line.words[self.at].start, self.line.words[past - 1].end
        if self.body_start is None:
            self.body_start = start
        if canonical is not None:
            self.pieces.append(Piece(start, end, canonical))
        self.at = past


def read_office(line: Line, index: int, *, after_name: bool = False) -> Office | None:
    """The office that begins at a word, or `None`.

    `after_name` says that a person's name stands before it, so that none is expected behind it.
    """
    words = vocabulary()
    status = line.find(words.statuses, index)
    at = line.past(status, index) if status else index
    hit = line.find(words.heads, at)
    if hit is None or (status and line.gap(at) not in ("", ".")) or (hit.value.short and not line.shortened(hit)):
        return None
    if hit.value.head.capital and not line.capital(at):
        return None
    start = line.words[at if status and status.value == "current" else index].start
    past = line.past(hit, at)
    pieces = [Piece(hit.start, hit.end, hit.value.canonical)]
    reader = _Reader(line, words, past, hit.value.head.takes, hit.value.head.rank or 0, after_name, pieces)
    _read_modifiers(reader)
    modified = reader.at
    reader.body_start = None
    if hit.value.head.pairs and line.gap(reader.at) == "," and (pair := read_office(line, reader.at)):
        if pair.head.canonical in hit.value.head.pairs and not pair.status:
            return _served(pair, start, hit.value, reader)
    if hit.value.head.serves:
        other = line.find(words.heads, reader.at)
        served = read_office(line, reader.at, after_name=after_name) if other and not other.value.head.serves else None
        if served:
            return _served(served, start, hit.value, reader)
    steps = 0
    while steps < _LONGEST and _step(reader):
        steps += 1
    if hit.value.needs_body and reader.at == modified:
        return None
    end = _closed(line.text, start, line.words[reader.at - 1].end)
    return Office(
        start=start,
        end=end,
        past=reader.at,
        head=hit.value,
        pieces=tuple(reader.pieces),
        status=status.value if status else None,
        body_start=reader.body_start,
        bodies=tuple(reader.bodies),
        units=tuple(reader.units),
        provinces=tuple(reader.provinces),
        districts=tuple(reader.districts),
    )


def _served(served: Office, start: int, head: HeadEntry, reader: _Reader) -> Office:
    return Office(
        start=start,
        end=served.end,
        past=served.past,
        head=head,
        pieces=(*reader.pieces, *served.pieces),
        body_start=served.start,
        bodies=served.bodies,
        units=served.units,
        provinces=served.provinces,
        districts=served.districts,
    )


def _closed(text: str, start: int, end: int) -> int:
    """The end with the bracket that closes behind it, where one was opened inside."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _read_modifiers(reader: _Reader) -> None:
    while reader.line.joins(reader.at) and (hit := reader.line.find(reader.words.modifiers, reader.at)):
        if hit.value.short and not reader.line.shortened(hit):
            return
        reader.take(
            reader.line.past(hit, reader.at), "Thường trực" if hit.value.canonical == "TT" else hit.value.canonical
        )


def _step(reader: _Reader) -> bool:
    """Take one more part of the office; whether there was one."""
    if reader.at >= len(reader.line):
        return False
    gap = reader.line.gap(reader.at)
    if not gap:
        return _beside(reader)
    if gap == ",":
        return _after_comma(reader)
    if gap in ("-", "/", "&", ".", "-(") or gap == "(":
        return _after_mark(reader, gap)
    return False


def _beside(reader: _Reader) -> bool:
    """Continue where only a space stands between."""
    line, words, at = reader.line, reader.words, reader.at
    if line.words[at].key in _WITHIN:
        return _within(reader)
    body = line.find(words.bodies, at)
    head = line.find(words.heads, at)
    stops = head is not None and (head.value.head.kind == "office" or reader.takes == "nothing")
    if head and stops and not (body and body.end >= head.end) and not _is_field(reader, head.end):
        return False
    return (
        _take_field(reader, longer_than=body.end if body else 0)
        or _take_body(reader)
        or _take_place(reader)
        or _take_unit(reader)
        or _take_term(reader)
        or _take_own_name(reader)
        or _take_and(reader)
    )


def _is_field(reader: _Reader, end: int) -> bool:
    hit = reader.line.find(reader.words.fields, reader.at)
    return bool(hit and hit.end > end)


def _within(reader: _Reader) -> bool:
    at = reader.at
    reader.at += 1
    if reader.line.joins(reader.at) and (_take_body(reader) or _take_unit(reader) or _take_place(reader)):
        return True
    reader.at = at
    return False


def _take_body(reader: _Reader) -> bool:
    line = reader.line
    hit = line.find(reader.words.bodies, reader.at)
    if hit is None or (hit.value.short and not line.shortened(hit)):
        return False
    first = reader.body_start is None
    if not first and hit.value.body.capital and not line.capital(reader.at):
        return False
    if line.find(reader.words.verbs, reader.at):
        return False
    past = line.past(hit, reader.at)
    if not first and _is_person_word(reader, past):
        return False
    reader.take(past, hit.value.canonical)
    reader.bodies.append(hit.value)
    reader.named = past
    reader.takes, reader.rank = hit.value.body.takes, hit.value.body.rank
    return True


def _is_person_word(reader: _Reader, past: int) -> bool:
    """Whether a one-word body is rather the family name of who holds the office: "Đoàn Văn An"."""
    alone = past - reader.at == 1
    return alone and not reader.after_name and begins_name(reader.line, reader.at, reader.words)


def _take_unit(reader: _Reader) -> bool:
    line = reader.line
    hit = line.find(reader.words.units, reader.at)
    if hit is None or (hit.value.short and not line.shouted(reader.at) and not line.capital(reader.at)):
        return False
    past = line.past(hit, reader.at)
    if hit.value.short and len(line.key[hit.start : hit.end]) == 1 and not _place_after(line, past):
        return False
    if _goes_on(reader, past):
        return False
    reader.take(past, hit.value.canonical)
    reader.units.append(hit.value)
    reader.takes = "nothing"
    _take_place_name(reader)
    return True


def _goes_on(reader: _Reader, past: int) -> bool:
    """Whether the word is no unit but a syllable of the body's name: "xã hội", "bản đồ"."""
    line = reader.line
    if reader.takes not in _NAMED or past >= len(line) or not line.joins(past) or line.capital(past):
        return False
    return line.words[past].key in reader.words.syllables and not line.find(reader.words.verbs, past)


def _place_after(line: Line, past: int) -> bool:
    return past < len(line) and (line.gap(past) in ("", ".")) and (line.capital(past) or line.words[past].key.isdigit())


def _take_place_name(reader: _Reader) -> None:
    """The name behind "tỉnh", "huyện", "xã": one that is known, else the capitals up to a person's name."""
    line, at = reader.line, reader.at
    if at >= len(line) or line.gap(at) not in ("", ".", "-"):
        return
    if _take_place(reader):
        return
    if line.words[at].key.isdigit() and line.joins(at):
        reader.take(at + 1)
        return
    if not line.capital(at) or not line.joins(at) or line.find(reader.words.heads, at):
        return
    if not reader.after_name and starts_with_person(line, at, reader.words):
        if name_within(line, at, run_end(line, at, reader.words), reader.words) == run_end(line, at, reader.words):
            return
    if reader.units[-1].level is None or reader.units[-1].level == "province":
        return
    end = run_end(line, at, reader.words)
    reader.take(end if reader.after_name else name_within(line, at, end, reader.words))


def _take_place(reader: _Reader) -> bool:
    line, at = reader.line, reader.at
    hit = line.find(reader.words.places, at)
    if hit is None or not line.capital(at) or (hit.value.short and not line.shouted(at)):
        return False
    past = line.past(hit, at)
    if not reader.after_name and _is_person(reader, at, past):
        return False
    reader.take(past, hit.value.canonical)
    if hit.value.kind == "province":
        reader.provinces.append(hit.value.canonical)
    elif hit.value.kind == "district":
        reader.districts.append(hit.value.provinces)
    return True


def _is_person(reader: _Reader, at: int, past: int) -> bool:
    """Whether what reads like a place is the beginning of a person's name ("Thái Bình" in "Thái Bình Dương")."""
    line = reader.line
    if past >= len(line) or not line.joins(past) or not line.capital(past):
        return False
    if line.words[past].key in reader.words.common_families and run_end(line, past, reader.words) - past >= 2:
        return False
    return begins_name(line, at, reader.words) and line.words[at].key in reader.words.common_families


def _take_term(reader: _Reader) -> bool:
    """ "khóa XIV", "nhiệm kỳ 2021-2026"."""
    line, at = reader.line, reader.at
    if line.words[at].key not in _TERM:
        return False
    past = at + (2 if line.words[at].key == "nhiệm" else 1)
    if past >= len(line) or not _ROMAN.fullmatch(line.words[past].key):
        return False
    if past + 1 < len(line) and line.gap(past + 1) == "-" and line.words[past + 1].key.isdigit():
        past += 1
    reader.take(past + 1)
    reader.takes = "nothing"
    return True


def _take_field(reader: _Reader, *, longer_than: int = 0) -> bool:
    if reader.takes not in _WITH_FIELDS:
        return False
    line = reader.line
    hit = line.find(reader.words.fields, reader.at)
    if hit is None or hit.end <= longer_than or (hit.value.short and not line.shortened(hit)):
        return False
    if reader.body_start is None and not line.capital(reader.at) and reader.takes == "proper":
        return False
    reader.take(line.past(hit, reader.at), hit.value.canonical)
    return True


def _take_own_name(reader: _Reader) -> bool:
    """One word of the body's own name."""
    line, at = reader.line, reader.at
    if reader.takes in ("nothing", "field"):
        return False
    word = line.words[at].key
    if not line.capital(at):
        lower = _takes_lower(reader) and (word in reader.words.syllables or _second_syllable(reader))
        if not (lower or word.isdigit()) or line.find(reader.words.verbs, at):
            return False
    elif _is_name_of_person(reader, at) or line.find(reader.words.ranks, at):
        return False
    reader.take(at + 1)
    return True


def _takes_lower(reader: _Reader) -> bool:
    """Whether the name may go on in lower case; right behind a head only for parts of a body ("trưởng phòng")."""
    return reader.takes in _NAMED and (reader.body_start is not None or reader.rank > 0)


def _second_syllable(reader: _Reader) -> bool:
    """Whether the word completes one that a capital began: "Quốc | gia"; not behind two capitals, a name of its own."""
    line, at = reader.line, reader.at
    if line.shouted(at - 1) or not line.capital(at - 1) or line.words[at - 1].start < (reader.body_start or 0):
        return False
    first = line.words[at - 2].start < reader.pieces[-1].end
    return (first or not line.capital(at - 2)) and reader.pieces[-1].end < line.words[at - 1].end


def _is_name_of_person(reader: _Reader, at: int) -> bool:
    line = reader.line
    if reader.after_name and reader.takes in ("person", "firm"):
        return False
    if not begins_name(line, at, reader.words):
        return False
    if reader.takes == "place" and run_end(line, at, reader.words) - at == 2:
        return False
    if reader.takes == "person" and at == reader.named:
        end = run_end(line, at, reader.words)
        return False if end - at <= 3 else name_within(line, at, end, reader.words) == end
    return True


def _take_and(reader: _Reader) -> bool:
    """ "và" inside a body's name: behind it the name goes on."""
    line, at = reader.line, reader.at
    if line.words[at].key != "và" or reader.takes not in _NAMED or at + 1 >= len(line):
        return False
    if not line.joins(at + 1) or line.find(reader.words.heads, at + 1) or line.find(reader.words.addresses, at + 1):
        return False
    reader.at = at + 1
    if _take_field(reader):
        return True
    follows = line.words[at + 1].key in reader.words.syllables and not line.find(reader.words.bodies, at + 1)
    if follows and not begins_name(line, at + 1, reader.words) and _take_own_name(reader):
        return True
    reader.at = at
    return False


def _after_comma(reader: _Reader) -> bool:
    """Behind a comma only what is larger: a parent body, a unit, or more fields of the same body."""
    line, at = reader.line, reader.at
    if line.find(reader.words.heads, at):
        return False
    unit = line.find(reader.words.units, at)
    if unit and not unit.value.short and (reader.bodies or reader.units or reader.body_start is None):
        return _place_after(line, line.past(unit, at)) and _take_unit(reader)
    body = line.find(reader.words.bodies, at)
    if body and body.value.body.parent and body.value.body.rank > reader.rank:
        return _take_body(reader)
    if reader.takes == "name" and reader.body_start is not None and _more_fields(reader):
        return _take_field(reader)
    return False


def _more_fields(reader: _Reader) -> bool:
    """Whether the body's name is a list that goes on: in capitals, or with "tỉnh", "và" to close it."""
    line, at = reader.line, reader.at
    hit = line.find(reader.words.fields, at)
    if hit is None:
        return False
    past = line.past(hit, at)
    closes = past < len(line) and line.joins(past) and (line.words[past].key == "và" or line.find(reader.words.units, past))
    return line.capital(at) or bool(closes)


def _after_mark(reader: _Reader, gap: str) -> bool:
    line, at = reader.line, reader.at
    if line.find(reader.words.heads, at) or line.find(reader.words.addresses, at):
        return False
    if gap == "(":
        return _in_brackets(reader)
    body = line.find(reader.words.bodies, at)
    if gap == "-" and body and body.value.body.rank > reader.rank:
        return _take_body(reader)
    if gap != "." and _take_field(reader):
        return True
    tight = line.words[at].start - line.words[at - 1].end <= 1
    if gap in ("-", "&") and reader.takes in _NAMED | {"proper"} and (tight or reader.takes == "name"):
        if line.find(reader.words.verbs, at):
            return False
        return not begins_name(line, at, reader.words) and _take_own_name(reader)
    return False


def _in_brackets(reader: _Reader) -> bool:
    """A parent body or a short form in brackets; anything else in brackets is not of the office."""
    line, at = reader.line, reader.at
    body = line.find(reader.words.bodies, at)
    if body and (not reader.bodies or body.value.body.rank >= reader.bodies[0].body.rank):
        return _take_body(reader)
    close = line.text.find(")", line.words[at].end, line.words[at].end + 24)
    if close < 0 or not line.shouted(at):
        return False
    inside = line.text[line.words[at].start : close]
    if not inside.replace("-", "").replace("&", "").replace(" ", "").isupper() or reader.body_start is None:
        return False
    past = at
    while past < len(line) and line.words[past].end <= close:
        past += 1
    reader.take(past)
    reader.takes = "nothing"
    return True


_SEPARATOR = re.compile(r"[,;]|\s[-–—]\s|^|<br>|kiêm")
_RANK_ONLY = re.compile(r"[\s,;.]+")


def split_offices(text: str) -> tuple[str, ...]:
    """The offices in a string of them, as a reader sees them.

    >>> split_offices("Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Văn hóa, Thể thao và Du lịch; Đại tá, Chính ủy")
    ('Ủy viên Ban Thường vụ Tỉnh ủy', 'Giám đốc Sở Văn hóa, Thể thao và Du lịch', 'Chính ủy')
    """
    line = line_from(text)
    starts = list(_office_starts(line))
    ends = [*starts[1:], (len(text), len(text))]
    pieces = (text[start:stop] for (start, _), (_, stop) in zip(starts, ends, strict=True))
    return tuple(piece for raw in pieces if (piece := raw.strip(" \t\n,;.-–—")))


def _office_starts(line: Line) -> Iterator[tuple[int, int]]:
    """Where each part begins, and where the part before it ends; a rank between belongs to neither."""
    words = vocabulary()
    stop: int | None = None
    for index in range(len(line)):
        begin = line.words[index].start
        apart = index == 0 or any(mark in line.gap(index) for mark in ",;-") or "<br>" in line.key[begin - 5 : begin]
        if not apart:
            continue
        address = line.find(words.addresses, index)
        if address and address.value == "R" and not line.find(words.heads, index):
            stop = begin if stop is None else stop
            continue
        status = line.find(words.statuses, index)
        head = line.find(words.heads, line.past(status, index) if status else index)
        if head and not (head.value.short and not line.shortened(head)):
            yield begin, begin if stop is None else stop
            stop = None
