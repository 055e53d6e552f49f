"""Offices as facts: the words, the full form, the body, the level, the province; and which of them are one office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from extractors.model import OfficeLevel, Title
from extractors.officials.offices import Office
from extractors.officials.signs import sign, word_list
from extractors.places import Scope
from extractors.reading import Reading
from extractors.text import phrase_key

_STATUS = {"former": "nguyên", "acting": "quyền"}
_MOST = 60
_PUNCTUATION = re.compile(r"[^\w\s]+")


def title_of(reading: Reading, scope: Scope, office: Office) -> Title:
    """The office as a fact."""
    level = level_of(office)
    span = reading.span(office.start, office.end)
    return Title(
        span=span,
        text=_squeezed(span.quote),
        canonical=canonical(reading.text, office, office.start),
        body=None if office.body_start is None else canonical(reading.text, office, office.body_start),
        level=level,
        province=_province(scope, office, level),
        status="former" if office.status == "former" else "acting" if office.status == "acting" else "current",
    )


def canonical(text: str, office: Office, start: int) -> str:
    """The office from `start` on with its short forms in full."""
    written = ""
    at = start
    for piece_start, piece_end, full in office.pieces:
        if piece_start >= start:
            written += text[at:piece_start] + _STATUS.get(full, full)
            at = piece_end
    return _squeezed(written + text[at : office.end])


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def level_of(office: Office) -> OfficeLevel | None:
    """The level of the office's body: what the innermost body says, else its territory, else the head."""
    inner = office.bodies[0] if office.bodies else None
    if inner is not None and inner.body.level == "unit":
        return "unit"
    territory = _territory(office)
    if office.level == "unit":
        return territory if territory in ("district", "commune") else "unit"
    if territory:
        return territory
    if _is_central(tuple(body.canonical for body in office.bodies)):
        return "central"
    levels = [body.body.level for body in office.bodies if body.body.level]
    return levels[0] if levels else office.level


@lru_cache(maxsize=4096)
def _is_central(bodies: tuple[str, ...]) -> bool:
    return sign("central").search(" ".join(map(phrase_key, bodies))) is not None


def _territory(office: Office) -> OfficeLevel | None:
    for unit in office.units:
        if unit.level:
            return unit.level
        return "district" if office.districts and not office.provinces else "province"
    if office.districts:
        return "district"
    if office.provinces and not any(body.body.level == "ministry" for body in office.bodies):
        return "province"
    return None


def _province(scope: Scope, office: Office, level: OfficeLevel | None) -> str | None:
    if office.provinces:
        return office.provinces[-1]
    certain = [provinces for provinces in office.districts if len(provinces) == 1]
    if certain:
        return certain[0][0]
    if level in ("province", "district", "commune"):
        return scope.at(office.start)
    return None


def distinct(titles: Iterable[Title]) -> tuple[Title, ...]:
    """The titles that are different offices, each in its longest form, in order of first mention; at most 60.

    What is once called a past office is one: "nguyên Bộ trưởng", later "Bộ trưởng Bộ Nội vụ".
    """
    kept: list[Title] = []
    for title in titles:
        same = next((i for i, other in enumerate(kept) if same_office(title, other)), None)
        if same is None:
            kept.append(title)
        else:
            kept[same] = _fuller(kept[same], title)
        if len(kept) == _MOST:
            break
    return tuple(kept)


def _fuller(one: Title, other: Title) -> Title:
    """The longer of two titles of one office; "nguyên Chủ tịch nước" is not a mere "Chủ tịch nước …" again."""
    complete = one.body is not None or one.level == "central"
    past = one.status == "former" and other.status == "current"
    if _fullness(other) <= _fullness(one) or (past and complete):
        return one
    return replace(other, status="former") if past else other


def _fullness(title: Title) -> tuple[int, int]:
    return len(title.canonical), len(title.text)


def one_holder(title: Title) -> bool:
    """Whether one person at a time holds the office, and its words say which: "Chủ tịch UBND tỉnh", "Thủ tướng"."""
    first = phrase_key(title.canonical)
    if title.status == "former" or (sign("of_many").match(first) and not first.startswith("phó chủ tịch nước")):
        return False
    return title.body is not None or title.level == "central"


def same_office(one: Title, other: Title) -> bool:
    """Whether one of two titles only leaves out words of the other: "Thứ trưởng", "Thứ trưởng Bộ Nội vụ".

    What is left out stands together, and behind the head: "Ủy viên (Ban Chấp hành) Trung ương Đảng".
    """
    short, long = sorted((_words(one.canonical), _words(other.canonical)), key=len)
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    behind = len(short) - same
    return same == len(short) or (same > 1 and short[same:] == long[len(long) - behind :])


@lru_cache(maxsize=4096)
def _words(canonical: str) -> tuple[str, ...]:
    words = _PUNCTUATION.sub(" ", phrase_key(canonical)).split()
    return tuple(word for word in words if word not in word_list("left_out"))
