"""The parts of a body's name: its word, its field of work, its term of office, one word of its own name."""

from __future__ import annotations

import re

from extractors.officials.names import begun_name
from extractors.officials.reader import NAMED, WITH_FIELDS, Reader
from extractors.officials.territory import place_length
from extractors.officials.tries import Found
from extractors.officials.vocabulary import BodyEntry

_ROMAN = re.compile(r"[ivxlc]+|\d{1,4}")


def take_overlapping(reader: Reader, head: int) -> None:
    """The body whose first word is the last one of the head: "Trưởng | Ban | Chỉ huy phòng thủ dân sự"."""
    line, last = reader.line, reader.at - 1
    if last <= head or not line.joins(reader.at):
        return
    hit = line.find(reader.words.bodies, last)
    if hit is None or hit.end <= line.ends[last] or hit.value.short:
        return
    reader.take(hit.past)
    reader.bodies += (hit.value,)
    reader.named = reader.at
    reader.takes = hit.value.body.takes
    reader.rank = hit.value.body.rank


def take_body(reader: Reader, hit: Found[BodyEntry]) -> bool:
    body, past = hit.value, hit.past
    if body.short and not reader.line.shortened(hit):
        return False
    if reader.does(reader.at) or (reader.body_start is not None and _is_word_of_name(reader, body, past)):
        return False
    reader.take(past, body.canonical)
    reader.bodies += (body,)
    reader.named = past
    reader.takes = body.body.takes
    reader.rank = reader.own_rank or body.body.rank
    return True


def _is_word_of_name(reader: Reader, body: BodyEntry, past: int) -> bool:
    """Whether a one-word body behind others is none: in lower case, or the family name of who holds the office."""
    if past - reader.at > 1 or reader.line.gaps[reader.at] == "(":
        return False
    small = body.body.capital and not reader.line.capital(reader.at)
    return small or (not reader.after_name and begun_name(reader.line, reader.at, reader.words) is not None)


def take_field(reader: Reader, *, longer_than: int = 0) -> bool:
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


def take_term(reader: Reader) -> bool:
    """ "khóa XIV", "nhiệm kỳ 2021-2026"."""
    line, at = reader.line, reader.at
    past = at + {"khóa": 1, "nhiệm": 2}.get(line.keys[at], 0)
    if past == at or not line.joins(past) or not _ROMAN.fullmatch(line.keys[past]):
        return False
    past += line.gaps[past + 1] == "-" and line.number(past + 1)
    reader.take(past + 1)
    reader.takes = "nothing"
    return True


def take_own_name(reader: Reader) -> bool:
    """One word of the body's own name."""
    line, at = reader.line, reader.at
    if reader.takes in ("nothing", "field"):
        return False
    if not line.capital(at):
        lower = _takes_lower(reader) and (line.keys[at] in reader.words.syllables or _second_syllable(reader))
        tight = line.gaps[at] in ("'", "-") and line.starts[at] == line.ends[at - 1] + 1
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
    if (link is not None and link.past - at > 1) or line.keys[at : at + 2] == ["đối", "với"]:
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
    end = begun_name(line, at, reader.words)
    if end is None or (reader.after_name and line.keys[at] not in reader.words.names.common):
        return False
    if reader.takes == "place":
        return place_length(line, at, end, 0, reader.words) == 0
    if reader.takes == "firm" and _is_of_firm(reader, end):
        return False
    if reader.takes == "person" and at == reader.named:
        return end - at > 3 and place_length(line, at, end, 0, reader.words) == 0
    return True


def _is_of_firm(reader: Reader, end: int) -> bool:
    """Whether the word is still the firm's: "Công ty Thương mại | Hà Sơn", "Công ty Sao | Mai | Lê Hà An"."""
    at, keys, names = reader.at, reader.line.keys, reader.words.names
    if end - at < 3:
        return all(key in reader.words.syllables for key in keys[reader.named : at])
    second = at == reader.named + 1 and end - at > 3
    return keys[at + 1] in names.common and (second or keys[at + 2] in names.gendered)
