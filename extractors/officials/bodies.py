"""The body in an office: its word, its own name, the larger bodies it is part of."""

from __future__ import annotations

import re

from corpus.offices import Head
from extractors.officials.line import Line
from extractors.officials.names import begins_name, run_end
from extractors.officials.reader import NAMED, WITH_FIELDS, Reader
from extractors.officials.territory import place_follows, place_length, take_place, take_post, take_unit
from extractors.officials.vocabulary import BodyEntry
from extractors.text import phrase_key

_WITHIN = frozenset({"của", "thuộc"})
_ROMAN = re.compile(r"[ivxlc]+|\d{1,4}")
_ABOUT = ("Ban Chỉ đạo", "Hội đồng", "Ủy ban")
_BRACKETS = 24


def step(reader: Reader) -> bool:
    """Take one more part of the office; whether there was one."""
    if reader.at >= len(reader.line):
        return False
    gap = reader.line.gap(reader.at)
    if not gap or gap == "'":
        return _beside(reader)
    if gap == ",":
        return _after_comma(reader)
    if gap == "(":
        return _in_brackets(reader)
    return gap in ("-", "/", "&", ".") and _after_mark(reader, gap)


def take_overlapping(reader: Reader, head: int) -> None:
    """The body whose first word is the last one of the head: "Trưởng | Ban | Chỉ huy phòng thủ dân sự"."""
    line, last = reader.line, reader.at - 1
    if last <= head or not line.joins(reader.at):
        return
    hit = line.find(reader.words.bodies, last)
    if hit is None or hit.end <= line.ends[last] or hit.value.short:
        return
    reader.take(hit.past)
    reader.bodies.append(hit.value)
    reader.named = reader.at
    reader.takes = hit.value.body.takes
    reader.rank = hit.value.body.rank


def _beside(reader: Reader) -> bool:
    """Continue where only a space stands between."""
    line, words, at = reader.line, reader.words, reader.at
    within = 1 if line.keys[at] in _WITHIN else 2 * (line.keys[at] == "trực" and _goes_on_with(line, at, "thuộc"))
    if within:
        return _within(reader, within)
    if reader.posted and take_post(reader):
        return True
    body = line.find(words.bodies, at)
    head = line.find(words.heads, at)
    beyond = head is None or (body is not None and body.end >= head.end) or _field_beyond(reader, head.end)
    if head and not beyond and _stops_at(reader, head.value.head):
        return False
    return (
        _take_field(reader, longer_than=body.end if body else 0)
        or _take_body(reader)
        or take_place(reader)
        or take_unit(reader)
        or _take_term(reader)
        or _take_own_name(reader)
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
    if reader.line.joins(reader.at) and (_take_body(reader) or take_unit(reader) or take_place(reader)):
        return True
    reader.at = at
    return False


def _take_body(reader: Reader) -> bool:
    line = reader.line
    hit = line.find(reader.words.bodies, reader.at)
    if hit is None or (hit.value.short and not line.shortened(hit)):
        return False
    past = hit.past
    if reader.does(reader.at) or (reader.body_start is not None and _is_word_of_name(reader, hit.value, past)):
        return False
    reader.take(past, hit.value.canonical)
    reader.bodies.append(hit.value)
    reader.named = past
    reader.takes = hit.value.body.takes
    reader.rank = reader.own_rank or hit.value.body.rank
    return True


def _is_word_of_name(reader: Reader, body: BodyEntry, past: int) -> bool:
    """Whether a one-word body behind others is none: in lower case, or the family name of who holds the office."""
    if past - reader.at > 1 or reader.line.gap(reader.at) == "(":
        return False
    small = body.body.capital and not reader.line.capital(reader.at)
    return small or (not reader.after_name and begins_name(reader.line, reader.at, reader.words))


def _take_field(reader: Reader, *, longer_than: int = 0) -> bool:
    """The field of work that the body is named after."""
    if reader.takes not in WITH_FIELDS:
        return False
    line = reader.line
    hit = line.find(reader.words.fields, reader.at)
    if hit is None or hit.end <= longer_than or (hit.value.short and not line.shortened(hit)):
        return False
    if reader.body_start is None and not line.capital(reader.at) and reader.takes == "proper":
        return False
    reader.take(hit.past, hit.value.canonical)
    return True


def _take_term(reader: Reader) -> bool:
    """ "khóa XIV", "nhiệm kỳ 2021-2026"."""
    line, at = reader.line, reader.at
    past = at + {"khóa": 1, "nhiệm": 2}.get(line.keys[at], 0)
    if past == at or past >= len(line) or not _ROMAN.fullmatch(line.keys[past]):
        return False
    past += line.gap(past + 1) == "-" and line.number(past + 1)
    reader.take(past + 1)
    reader.takes = "nothing"
    return True


def _take_own_name(reader: Reader) -> bool:
    """One word of the body's own name."""
    line, at = reader.line, reader.at
    if reader.takes in ("nothing", "field"):
        return False
    if not line.capital(at):
        lower = _takes_lower(reader) and (line.keys[at] in reader.words.syllables or _second_syllable(reader))
        tight = line.gap(at) in ("'", "-") and line.starts[at] == line.ends[at - 1] + 1
        if not (lower or line.number(at) or tight) or _is_over(reader):
            return False
    elif _begins_person(reader) or line.find(reader.words.ranks, at):
        return False
    reader.take(at + 1)
    return True


def _is_over(reader: Reader) -> bool:
    """Whether something that is no name begins: what somebody does, "đồng thời kiêm", "nguyên" with another office."""
    line, at = reader.line, reader.at
    link = line.find(reader.words.links, at)
    if link is not None and link.past - at > 1:
        return True
    return reader.does(at) or (line.begins(at, reader.words.statuses) and line.begins(at + 1, reader.words.heads))


def _takes_lower(reader: Reader) -> bool:
    """Whether the name may go on in lower case; right behind a head only for parts of a body ("trưởng phòng")."""
    return reader.takes in NAMED and (reader.body_start is not None or reader.rank > 0)


def _second_syllable(reader: Reader) -> bool:
    """Whether the word completes one that a capital began: "Quốc | gia"; not behind two capitals, a name of its own."""
    line, at = reader.line, reader.at
    if line.shouted(at - 1) or not line.capital(at - 1) or line.starts[at - 1] < (reader.body_start or 0):
        return False
    first = line.starts[at - 2] < reader.pieces[-1].end
    return (first or not line.capital(at - 2)) and reader.pieces[-1].end < line.ends[at - 1]


def _begins_person(reader: Reader) -> bool:
    """Whether the name of who holds the office begins here, rather than the body's own name going on."""
    line, at = reader.line, reader.at
    if reader.after_name and reader.takes in ("person", "firm", "place"):
        return False
    if not begins_name(line, at, reader.words):
        return False
    if reader.after_name and line.keys[at] not in reader.words.names.common:
        return False
    end = run_end(line, at, reader.words)
    if reader.takes == "place":
        return place_length(line, at, end, 0, reader.words) == 0
    if reader.takes == "person" and at == reader.named:
        return end - at > 3 and place_length(line, at, end, 0, reader.words) == 0
    return True


def _take_joined(reader: Reader) -> bool:
    """ "và", "về" inside a body's name: behind it the name goes on."""
    line, at = reader.line, reader.at
    joining = line.keys[at]
    about = joining == "về" and reader.bodies and reader.bodies[0].canonical.startswith(_ABOUT)
    if joining not in ("và", "về") or not (about or reader.takes in NAMED) or not line.joins(at + 1):
        return False
    if line.begins(at + 1, reader.words.heads, reader.words.addresses):
        return False
    reader.at, takes = at + 1, reader.takes
    reader.takes = "name"
    if _take_field(reader) or (joining == "và" and _follows(reader) and _take_own_name(reader)):
        return True
    reader.at, reader.takes = at, takes
    return False


def _follows(reader: Reader) -> bool:
    line, at = reader.line, reader.at
    known = line.keys[at] in reader.words.syllables
    return known and not line.find(reader.words.bodies, at) and not begins_name(line, at, reader.words)


def _after_comma(reader: Reader) -> bool:
    """Behind a comma only what is larger: a parent body, a unit, or more fields of the same body."""
    line, at = reader.line, reader.at
    if line.find(reader.words.heads, at):
        return False
    bare = reader.body_start is None
    unit = line.find(reader.words.units, at)
    if unit and (bare or not unit.value.short):
        return place_follows(line, unit.past) and take_unit(reader)
    body = line.find(reader.words.bodies, at)
    if body and (_is_parent(reader, body.value) or _is_online(reader, body.value)):
        return _take_body(reader)
    return reader.takes == "name" and reader.body_start is not None and _more_fields(reader) and _take_field(reader)


def _is_parent(reader: Reader, body: BodyEntry) -> bool:
    """Whether the office belongs to a body behind a comma: a larger one, or the one that its head is the head of."""
    own = reader.body_start is None and phrase_key(body.canonical) in phrase_key(reader.pieces[0].canonical)
    return own or (body.body.parent and body.body.rank > reader.rank)


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
    body = line.find(reader.words.bodies, at)
    if gap == "-" and body and body.value.body.rank > reader.rank:
        return _take_body(reader)
    if gap != "." and _take_field(reader):
        return True
    tight = line.starts[at] - line.ends[at - 1] <= 1
    if (
        gap not in ("-", "&", "/")
        or reader.takes not in NAMED | {"proper"}
        or not (tight or reader.takes in ("name", "firm"))
    ):
        return False
    return not reader.does(at) and not begins_name(line, at, reader.words) and _take_own_name(reader)


def _in_brackets(reader: Reader) -> bool:
    """A parent body or a short form in brackets; anything else in brackets is not of the office."""
    line, at = reader.line, reader.at
    body = line.find(reader.words.bodies, at)
    if body and (not reader.bodies or body.value.body.rank >= reader.bodies[0].body.rank):
        return _take_body(reader)
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
