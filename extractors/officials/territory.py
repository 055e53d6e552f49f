"""The territory in an office: "tỉnh Bắc Ninh", "huyện Tân Yên", "xã Hòa Bình 1", and the province behind "Tỉnh ủy".

A place is a run of capitals, and so is the name of who holds the office: "Chủ tịch UBND huyện Tân Hòa Trần Văn An".
Each way to part the run is weighed, and the heaviest wins.
"""

from __future__ import annotations

from extractors.officials.line import Line
from extractors.officials.names import LONGEST, run_end
from extractors.officials.reader import NAMED, Reader
from extractors.officials.tries import Found
from extractors.officials.vocabulary import PlaceEntry, UnitEntry, Vocabulary

_PLACE_WEIGHT = {0: 0.0, 1: -1.5, 2: 1.0, 3: -0.5}
_NAME_WEIGHT = {2: 0.0, 3: 2.0, 4: 1.5, 5: 0.0}
_ALL_PLACE = {1: 4.0, 2: 4.0, 3: 3.0, 4: 1.5}
_KNOWN = 3.0


def take_unit(reader: Reader) -> bool:
    """A word for a unit with the name behind it, or bare."""
    line = reader.line
    hit = line.find(reader.words.units, reader.at)
    if hit is None or (hit.value.short and not line.capital(reader.at)):
        return False
    past = hit.past
    if hit.value.short and hit.end - hit.start == 1 and not place_follows(line, past):
        return False
    if _goes_on(reader, past):
        return False
    reader.take(past, hit.value.canonical)
    reader.units += (hit.value,)
    reader.takes = "nothing"
    _take_name(reader, hit.value)
    return True


def place_follows(line: Line, index: int) -> bool:
    """Whether a name or a number stands behind a unit."""
    return line.gaps[index] in ("", ".") and (line.capital(index) or line.number(index))


def _goes_on(reader: Reader, past: int) -> bool:
    """Whether the word is no unit but a syllable of the body's name: "xã hội", "bản đồ"."""
    line = reader.line
    if reader.takes not in NAMED or not line.joins(past) or line.capital(past):
        return False
    return line.keys[past] in reader.words.syllables and not reader.does(past)


def _take_name(reader: Reader, unit: UnitEntry) -> None:
    line, at = reader.line, reader.at
    if line.gaps[at] not in ("", ".", "-"):
        return
    if line.number(at) and line.gaps[at] in ("", "."):
        reader.take(at + 1)
    elif line.capital(at) and not line.find(reader.words.heads, at):
        _take_place_of(reader, unit.level)


def _take_place_of(reader: Reader, level: str | None) -> None:
    """The place behind a unit; a province must be one that is known, a commune need not be."""
    at = reader.at
    if level == "commune" or level == "unit":
        past = _past_place(reader, at, None)
    elif level == "province" or level is None:
        past = _past_place(reader, at, "province")
        if level is None and past == at:
            past = _past_place(reader, at, "district")
        known = reader.line.find(reader.words.places, at)
        past = past if known and known.past <= past else at
    else:
        past = _past_place(reader, at, "district")
    if past > at:
        _take_until(reader, past)
        if reader.line.joins(reader.at) and reader.line.number(reader.at):
            reader.take(reader.at + 1)


def take_place(reader: Reader) -> bool:
    """A known place with no unit before it: "Tỉnh ủy Lạng Sơn", "Đại sứ Lào"."""
    at = reader.at
    hit = _known_place(reader, at)
    if hit is None or _past_place(reader, at, hit.value.kind) < hit.past:
        return False
    _take_until(reader, hit.past)
    reader.takes = "nothing" if reader.takes == "place" else reader.takes
    return True


def take_post(reader: Reader) -> bool:
    """The country where somebody is posted: "Đại sứ Việt Nam | tại Lào"."""
    line, at = reader.line, reader.at
    hit = line.find(reader.words.places, at + 1) if line.keys[at] == "tại" and line.joins(at + 1) else None
    if hit is None or hit.value.kind != "country":
        return False
    reader.take(at + 1)
    reader.take(hit.past, hit.value.canonical)
    return True


def _known_place(reader: Reader, at: int) -> Found[PlaceEntry] | None:
    line = reader.line
    hit = line.find(reader.words.places, at)
    if hit is None or not line.capital(at) or (hit.value.short and not line.shouted(at)):
        return None
    short = hit.value.kind == "country" and hit.past - at == 1
    inside = reader.body_start is not None or reader.takes != "nothing"
    return None if short and inside and not _is_of_state(reader, at) else hit


def _is_of_state(reader: Reader, at: int) -> bool:
    """Whether a country of one word ends what is its own: "Chủ tịch Quốc hội | Lào", "Bộ trưởng Tài chính | Áo".

    A foreign name stands behind it, or the holder's stands before the office.
    """
    line, names = reader.line, reader.words.names
    of_state = reader.bodies[-1].body.level in ("central", "ministry") if reader.bodies else reader.takes == "field"
    foreign = line.joins(at + 1) and line.capital(at + 1) and line.keys[at + 1] not in names.families
    own = reader.after_name and reader.takes == "field"
    return of_state and (foreign or own) and line.keys[at] not in names.families | names.middles


def _take_until(reader: Reader, past: int) -> None:
    hit = _known_place(reader, reader.at)
    known = hit is not None and hit.past == past
    reader.take(past, hit.value.canonical if hit and known else None)
    if hit and known and hit.value.kind == "province":
        reader.provinces += (hit.value.canonical,)
    elif hit and known and hit.value.kind == "district":
        reader.districts += (hit.value.provinces,)


def _past_place(reader: Reader, at: int, kind: str | None) -> int:
    """The index behind the place that begins at a word; `at` itself where a person's name begins there."""
    line = reader.line
    end = run_end(line, at, reader.words)
    hit = _known_place(reader, at) if kind else None
    known = hit.past - at if hit and (hit.value.kind == kind or kind == "district") else 0
    if reader.after_name:
        return at + (known or end - at)
    if hit and hit.value.kind == "country" and known > 1:
        return hit.past
    length = place_length(line, at, max(end, at + known), known, reader.words)
    return at + (min(length, known) if known else length)


def place_length(line: Line, start: int, end: int, known: int, words: Vocabulary) -> int:
    """How many words of a run of capitals are the place; the rest is a person's name.

    `known` is how many words make a place that the register knows, 0 where it knows none.
    """
    length = end - start
    best, weight = length, _ALL_PLACE.get(length, 0.0) + _KNOWN * (known == length)
    for place in range(length - 1):
        name = _name_weight(line, start + place, end, words)
        if name is None:
            continue
        total = name + _PLACE_WEIGHT.get(place, -2.0) + _KNOWN * (known == place and place > 0)
        if total > weight:
            best, weight = place, total
    return best


def _name_weight(line: Line, start: int, end: int, words: Vocabulary) -> float | None:
    """How much a run looks like a person's name; `None` where it does not at all."""
    length = end - start
    first, second = line.keys[start], line.keys[start + 1]
    names = words.names
    if length > LONGEST or (first not in names.families and second not in names.gendered):
        return None
    weight = _NAME_WEIGHT.get(length, 0.0) + (2.0 if first in names.common else 1.0)
    weight += 3.0 if second in names.gendered else 1.5 if second in names.middles else 0.0
    return weight + (2.0 if first in names.clans else 0.0)
