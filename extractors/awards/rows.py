"""Several bodies named in a row: "cho Công ty Sao Mai, Trường A và Hội B", "các đơn vị: Phòng A; Ban B"."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.awards.names import UPPER
from extractors.awards.signs import sign
from extractors.reading import Reading

MAX_PART = 110
MAX_ROW = 800
_PLACE = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,3}}")
_STRONG = re.compile(r"\s*;\s*(?:và\s+)?")


def is_named_body(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch is a body with a name of its own or the one of its place: "Hội Nông dân X", "Công an tỉnh"."""
    return _is_proper(reading, start, end) or sign("body_of_place").fullmatch(reading.key, start, end) is not None


def _is_proper(reading: Reading, start: int, end: int) -> bool:
    body = sign("body").match(reading.key, start, end)
    if body is None or end - start > MAX_PART:
        return False
    return sign("proper").search(reading.text, body.end(), end) is not None


def two_bodies(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Two bodies that "và" joins, where each has a name of its own; two places may share their word: "tỉnh A và B"."""
    joint = reading.key.find(" và ", start, end)
    halves = [(start, joint), (joint + len(" và "), end)] if joint > 0 else []
    named = [reading.text[a:b] for a, b in halves if _is_proper(reading, a, b)]
    if len(named) == 1 and sign("place_head").match(reading.key, start) and _PLACE.fullmatch(reading.text, *halves[1]):
        named.append(reading.text[slice(*halves[1])])
    return tuple(named) if len(named) == 2 else ()


def bodies_in_row(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Three bodies or more, the last joined by "và"; none where a comma may lead to the parent of a body."""
    parts = _parts(reading, start, end, sign("bodies_joint"))
    if len(parts) < 3 or not sign("last_joint").search(reading.key, parts[-2][1], parts[-1][0]):
        return ()
    return _names(reading, parts)


def bodies_announced(reading: Reading, start: int, end: int) -> tuple[int, tuple[str, ...]]:
    """Where a list that "các đơn vị:" announces ends, and the bodies in it; no bodies where one has no name."""
    opens = sign("announces_row").match(reading.key, start, end)
    if opens is None:
        return start, ()
    stop = min(end, opens.end() + MAX_ROW)
    over = sign("row_ends").search(reading.key, opens.end(), stop)
    stop = over.start() if over else stop
    strong = _parts(reading, opens.end(), stop, _STRONG)
    if len(strong) > 1:
        named = all(is_named_body(reading, a, b) for a, b in strong)
        return stop, tuple(reading.text[a:b] for a, b in strong) if named else ()
    parts = _parts(reading, opens.end(), stop, sign("bodies_joint"))
    return stop, _names(reading, parts) if len(parts) > 1 else ()


def _parts(reading: Reading, start: int, end: int, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    parts, at = [], start
    for found in joint.finditer(reading.key, start, end):
        parts.append((at, found.start()))
        at = found.end()
    last = end - len(reading.key[at:end]) + len(reading.key[at:end].rstrip(' ."…'))
    return [*parts, (at, last)]


def _names(reading: Reading, parts: list[tuple[int, int]]) -> tuple[str, ...]:
    if not all(is_named_body(reading, a, b) for a, b in parts):
        return ()
    for (a, b), (c, d) in pairwise(parts):
        if reading.key[b:c].strip() == "," and _may_be_parent(reading.key[a:b], reading.key[c:d]):
            return ()
    return tuple(reading.text[a:b] for a, b in parts)


def _may_be_parent(body: str, following: str) -> bool:
    """Whether what follows a comma may be where a body is or belongs: "Công an xã Tân Lập, huyện Tam Sơn"."""
    place, part = sign("place_head").match(following), sign("part_head").match(body)
    if place:
        return not body.startswith(place[0])
    return part is not None and not sign("part_head").match(following)
