"""The body in an office: what goes on beside it, behind a comma, a dash or a bracket; the larger bodies."""

from __future__ import annotations

import re

from corpus.offices import Head
from extractors.officials.line import Line
from extractors.officials.names import begun_name, run_end
from extractors.officials.parts import take_body, take_field, take_own_name, take_term
from extractors.officials.reader import NAMED, Reader
from extractors.officials.signs import word_list
from extractors.officials.territory import place_follows, take_place, take_post, take_unit
from extractors.officials.tries import Found
from extractors.officials.vocabulary import BodyEntry
from extractors.text import phrase_key

_WITHIN = frozenset({"của", "thuộc"})
_BRACKETS = 24
_PART = 25
_PLACE = 3


def step(reader: Reader) -> bool:
    """Take one more part of the office; whether there was one."""
    gap = reader.line.gaps[reader.at]
    if not gap or gap == "'":
        return _beside(reader)
    if gap == ",":
        return _after_comma(reader)
    if gap == "(":
        return _in_brackets(reader)
    return gap in ("-", "/", "&", ".") and _after_mark(reader, gap)


def _beside(reader: Reader) -> bool:
    """Continue where only a space stands between."""
    line, words, at = reader.line, reader.words, reader.at
    within = 1 if line.keys[at] in _WITHIN else 2 * (line.keys[at] == "trực" and _goes_on_with(line, at, "thuộc"))
    if within:
        return _within(reader, within)
    if reader.posted and take_post(reader):
        return True
    body = _body(reader)
    head = line.find(words.heads, at)
    beyond = head is None or (body is not None and body.end >= head.end) or _field_beyond(reader, head.end)
    if head and not beyond and _stops_at(reader, head.value.head):
        return False
    return (
        take_field(reader, longer_than=body.end if body else 0)
        or (body is not None and take_body(reader, body))
        or take_place(reader)
        or take_unit(reader)
        or take_term(reader)
        or take_own_name(reader)
        or _take_joined(reader)
    )


def _stops_at(reader: Reader, head: Head) -> bool:
    """Whether the office ends where the words of another head begin."""
    return (head.kind == "office" or reader.takes == "nothing") and not _is_unit(reader)


def _is_unit(reader: Reader) -> bool:
    """Whether a unit ends what stands before the next office, with no mark between: "UBND tỉnh | Trưởng ban …"."""
    line, at = reader.line, reader.at
    return line.find(reader.words.units, at) is not None and not line.capital(at) and line.capital(at + 1)


def _field_beyond(reader: Reader, end: int) -> bool:
    hit = reader.line.find(reader.words.fields, reader.at)
    return hit is not None and hit.end > end


def _goes_on_with(line: Line, at: int, key: str) -> bool:
    return line.joins(at + 1) and line.keys[at + 1] == key


def _within(reader: Reader, words: int) -> bool:
    """Take a larger body behind "của", "thuộc", "trực thuộc"; `words` is how many these are."""
    at = reader.at
    reader.at += words
    body = _body(reader)
    if reader.line.joins(reader.at) and (
        (body is not None and take_body(reader, body)) or take_unit(reader) or take_place(reader)
    ):
        return True
    reader.at = at
    return False


def _body(reader: Reader) -> Found[BodyEntry] | None:
    return reader.line.find(reader.words.bodies, reader.at)


def _take_joined(reader: Reader) -> bool:
    """ "và", "về" inside a body's name: behind it the name goes on."""
    line, at = reader.line, reader.at
    joining = line.keys[at]
    about = joining == "về" and reader.bodies and reader.bodies[0].canonical.startswith(word_list("about"))
    if joining not in ("và", "về") or not (about or reader.takes in NAMED) or not line.joins(at + 1):
        return False
    if line.begins(at + 1, reader.words.heads, reader.words.addresses):
        return False
    reader.at, takes = at + 1, reader.takes
    reader.takes = "name"
    if take_field(reader) or (joining == "và" and _follows(reader) and take_own_name(reader)):
        return True
    reader.at, reader.takes = at, takes
    return False


def _follows(reader: Reader) -> bool:
    line, at = reader.line, reader.at
    known = line.keys[at] in reader.words.syllables
    return known and not line.find(reader.words.bodies, at) and begun_name(line, at, reader.words) is None


def _after_comma(reader: Reader) -> bool:
    """Behind a comma only what is larger: a parent body, a unit, or more fields of the same body."""
    line, at = reader.line, reader.at
    if line.find(reader.words.heads, at):
        return False
    bare = reader.body_start is None
    unit = line.find(reader.words.units, at)
    if unit and (bare or not unit.value.short):
        return place_follows(line, unit.past) and take_unit(reader)
    body = _body(reader)
    if body and (_is_parent(reader, body.value) or _is_online(reader, body.value) or _has_part(reader, body.past)):
        return take_body(reader, body)
    return reader.takes == "name" and reader.body_start is not None and _more_fields(reader) and take_field(reader)


def _is_parent(reader: Reader, body: BodyEntry) -> bool:
    """Whether the office belongs to a body behind a comma: a larger one, or the one that its head is the head of."""
    own = reader.body_start is None and phrase_key(body.canonical) in phrase_key(reader.pieces[0].canonical)
    return own or (body.body.parent and body.body.rank > reader.rank)


def _has_part(reader: Reader, past: int) -> bool:
    """Whether the authority of a unit has the part before the comma: "Trưởng phòng Nội vụ, | UBND huyện …".

    Not where it does something itself: "theo Trưởng phòng Nội vụ, UBND huyện đã giao …".
    """
    line = reader.line
    unit = line.find(reader.words.units, past) if line.joins(past) else None
    if unit is None or not 0 < reader.own_rank <= _PART:
        return False
    end = run_end(line, unit.past, reader.words)
    return bool(line.gaps[end]) or end - unit.past > _PLACE


def _is_online(reader: Reader, body: BodyEntry) -> bool:
    """Whether the body is the online edition of the one before the comma: "báo …, báo điện tử …"."""
    return bool(reader.bodies) and body.canonical == f"{reader.bodies[-1].canonical} điện tử"


def _more_fields(reader: Reader) -> bool:
    """Whether the body's name is a list that goes on: in capitals, or with "tỉnh", "và" to close it."""
    line, at = reader.line, reader.at
    hit = line.find(reader.words.fields, at)
    if hit is None:
        return False
    past = hit.past
    closes = line.joins(past) and line.begins(past, reader.words.units, reader.words.places)
    return line.capital(at) or closes or (line.joins(past) and line.keys[past] == "và")


def _after_mark(reader: Reader, gap: str) -> bool:
    """Behind a dash or a sign: a parent body, or the same name going on ("Kế hoạch - Tài chính")."""
    line, at = reader.line, reader.at
    if line.begins(at, reader.words.heads, reader.words.addresses):
        return False
    body = _body(reader)
    if gap == "-" and body and body.value.body.rank > reader.rank:
        return take_body(reader, body)
    if gap != "." and take_field(reader):
        return True
    tight = line.starts[at] - line.ends[at - 1] <= 1
    if (
        gap not in ("-", "&", "/")
        or reader.takes not in NAMED | {"proper"}
        or not (tight or reader.takes in ("name", "firm"))
    ):
        return False
    return not reader.does(at) and begun_name(line, at, reader.words) is None and take_own_name(reader)


def _in_brackets(reader: Reader) -> bool:
    """A parent body or a short form in brackets; anything else in brackets is not of the office."""
    line, at = reader.line, reader.at
    body = _body(reader)
    if body and (not reader.bodies or body.value.body.rank >= reader.bodies[0].body.rank):
        return take_body(reader, body)
    start = line.starts[at]
    close = line.text.find(")", start, start + _BRACKETS)
    inside = re.sub(r"[\s&.\-]", "", line.text[start : max(start, close)])
    bare = reader.body_start is None
    if not inside.isupper() or len(inside) < 2 or (bare and not _is_own_short(reader)):
        return False
    past = at
    while past < len(line) and line.ends[past] <= close:
        past += 1
    reader.take(past)
    reader.body_start = None if bare else reader.body_start
    reader.takes = "nothing"
    return True


def _is_own_short(reader: Reader) -> bool:
    """Whether the short form of the head follows: "Đại biểu Quốc hội (ĐBQH)"."""
    hit = reader.line.find(reader.words.heads, reader.at)
    return hit is not None and hit.value.short and hit.value.canonical == reader.pieces[0].canonical
