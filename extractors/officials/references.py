"""Later mentions of people by office, by given name, or by "đồng chí", "ông", "bà" alone.

Precision first: a reference counts only where it is the subject of what somebody does and one person alone fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extractors.lexicon import first_words
from extractors.officials.names import suits
from extractors.officials.signs import sign, word_list
from extractors.officials.titles import one_holder
from extractors.officials.vocabulary import vocabulary
from extractors.reading import Reading
from extractors.text import phrase_key

if TYPE_CHECKING:
    from extractors.model import Title
    from extractors.officials.people import Person


class Reference(NamedTuple):
    """Words at `[start, end)` that mean a person (the index among the people); a given name begins at `named`."""

    start: int
    end: int
    person: int
    named: int | None = None


_GIVEN = re.compile(r"\w+(?: \w+)?")
_LONGEST_CALL = 4
_BACK = 4


@dataclass(frozen=True, slots=True)
class _Known:
    """Where people stand in the text: starts, ends and whose, in order."""

    starts: list[int]
    ends: list[int]
    whose: list[int]

    def covers(self, start: int, end: int) -> bool:
        """Whether a mention overlaps the stretch."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.ends[at] > start

    def between(self, start: int, end: int) -> list[int]:
        """The people mentioned in the stretch, in order."""
        return self.whose[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def find_references(reading: Reading, people: Sequence[Person]) -> tuple[Reference, ...]:
    """Where the text refers to a person without the full name, in order."""
    known = _known(people)
    named = [*_by_given_name(reading, people, known), *_by_office(reading, people, known)]
    named = _without_overlap(named)
    told = sorted([*zip(known.starts, known.ends, known.whose, strict=True), *(one[:3] for one in named)])
    both = _Known([s for s, _, _ in told], [e for _, e, _ in told], [w for _, _, w in told])
    return tuple(sorted([*named, *_by_honorific(reading, people, both)], key=lambda one: one[:3]))


def _known(people: Sequence[Person]) -> _Known:
    told = sorted((m.start, m.end, i) for i, person in enumerate(people) for m in person.mentions)
    return _Known([s for s, _, _ in told], [e for _, e, _ in told], [w for _, _, w in told])


def _without_overlap(found: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for one in sorted(found, key=lambda r: (r.start, -r.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _by_given_name(reading: Reading, people: Sequence[Person], known: _Known) -> Iterator[Reference]:
    """ "bà Hằng" is the one person whose name ends so, "Đại sứ Anna" the one foreigner whose name begins so."""
    bearers = _bearers(people)
    for start in reading.starts_of({given.split()[0] for given in bearers}):
        if known.covers(start, start + 1):
            continue
        given = _given_at(reading, start)
        holders = bearers.get(given, set())
        call = _call_before(reading, start) if len(holders) == 1 else None
        if call is None or known.covers(call, start + len(given)) or _begins_body(reading, start):
            continue
        (holder,) = holders
        if _first(people[holder]) < start:
            yield Reference(call, start + len(given), holder, named=start)


def _bearers(people: Sequence[Person]) -> dict[str, set[int]]:
    bearers: dict[str, set[int]] = {}
    families = vocabulary().names.families
    for i, person in enumerate(people):
        for name in (person.name, *person.aliases):
            words = phrase_key(name).split()
            foreign = () if words[0] in families else (words[0],)
            for given in (words[-1], " ".join(words[-2:]), *foreign):
                bearers.setdefault(given, set()).add(i)
    return bearers


def _given_at(reading: Reading, start: int) -> str:
    """The given name of one syllable, or two where both have capitals; "" where there is none."""
    match = _GIVEN.match(reading.key, start) if _capital(reading, start) else None
    if match is None:
        return ""
    first, space, _ = match[0].partition(" ")
    return match[0] if space and _capital(reading, start + len(first) + 1) else first


def _begins_body(reading: Reading, start: int) -> bool:
    """Whether the syllable is the first of a body's name: "Thủ tướng | Chính phủ", "Ủy viên | Trung ương"."""
    body = vocabulary().bodies.match_at(reading.key, start)
    return body is not None and " " in reading.key[body.start : body.end]


def _call_before(reading: Reading, start: int) -> int | None:
    """Where the word of address, the rank or the office begins that a given name follows; `None` without one."""
    before = reading.key[max(0, start - 40) : start]
    words = before.split()[-_LONGEST_CALL - 1 :]
    calls = vocabulary().calls
    for length in range(min(_LONGEST_CALL, len(words)), 0, -1):
        call = " ".join(words[-length:]).rstrip(".")
        if call in calls:
            at = start - len(before) + before.rfind(words[-length])
            inside = length == 1 and len(words) > 1 and words[-2] in vocabulary().names.families
            return None if inside and _capital(reading, at) else at
    return None


def _capital(reading: Reading, offset: int) -> bool:
    return reading.text[offset : offset + 1].isupper()


def _first(person: Person) -> int:
    return person.mentions[0].start


def _by_office(reading: Reading, people: Sequence[Person], known: _Known) -> Iterator[Reference]:
    """An office alone is the one person of the article who holds it, where it is the subject."""
    holders: dict[str, set[int]] = {}
    for i, person in enumerate(people):
        for title in person.titles:
            for words in _short_forms(title):
                holders.setdefault(words, set()).add(i)
    phrases = {words: next(iter(who)) for words, who in holders.items() if len(who) == 1}
    longest_first: dict[str, list[str]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        longest_first.setdefault(words.split()[0], []).append(words)
    past = 0
    for start in reading.starts_of(longest_first):
        free = start >= past and not known.covers(start, start + 1)
        office = _office_at(reading, start, longest_first) if free else None
        if office is None:
            continue
        past, holder = start + len(office), phrases[office]
        if _first(people[holder]) < start and _is_subject(reading, start, past) and not known.covers(start, past):
            yield Reference(start, past, holder)


def _office_at(reading: Reading, start: int, longest_first: Mapping[str, list[str]]) -> str | None:
    """The longest of the phrases that stands at a place, by their first words."""
    key = reading.key
    first = key[start : key.find(" ", start)]
    return next(
        (p for p in longest_first.get(first, ()) if key.startswith(p, start) and not _goes_on(key, start, p)), None
    )


def _goes_on(key: str, start: int, phrase: str) -> bool:
    return key[start + len(phrase) : start + len(phrase) + 1].isalnum()


def _short_forms(title: Title) -> Iterator[str]:
    """The office in full, without its place, and its head alone: "Chủ tịch UBND tỉnh", "Thứ trưởng"."""
    if title.status == "former":
        return
    key = phrase_key(title.text)
    yield key
    if placed := sign("with_territory").match(key):
        yield placed[1]
    if title.body is not None:
        head = phrase_key(title.canonical[: len(title.canonical) - len(title.body)])
        if one_holder(title) or head.startswith(word_list("known_by_head")):
            yield head


def _is_subject(reading: Reading, start: int, end: int) -> bool:
    """Whether what somebody does follows, and nothing before makes the words an object."""
    words = vocabulary()
    if sign("no_subject").search(reading.key, max(0, start - 16), start):
        return False
    space = reading.text[end : end + 1]
    return space == " " and words.verbs.match_at(reading.key, end + 1) is not None


def _by_honorific(reading: Reading, people: Sequence[Person], known: _Known) -> Iterator[Reference]:
    """ "đồng chí đề nghị": the one person of the nearest sentence before that names anybody."""
    bounds = reading.sentences
    starts = [start for start, _ in bounds]
    for match in reading.matches(sign("honorific_alone"), first_words(word_list("honorific"))):
        start, end = match.span()
        if known.covers(start, end) or not _is_subject(reading, start, end):
            continue
        at = bisect_right(starts, start) - 1
        candidates = known.between(starts[at], start)
        for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
            candidates = candidates or known.between(*bounds[back])
        if candidates and len(set(candidates)) == 1 and suits(match["who"], people[candidates[0]].name):
            yield Reference(start, end, candidates[0])
