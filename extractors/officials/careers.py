"""What is told of a person without the name: "Từ năm 2010, ông là …", and a career line by line: "2010 - 2015: …".

The offices are of the one whom the nearest sentence before names, where it names one person alone; who is only named
in passing ("cùng với …", "thay …") does not become the one whom an article tells of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.rules import load_rules
from extractors.officials.line import Line, line_of
from extractors.officials.names import plain_name, suits
from extractors.officials.offices import Office
from extractors.officials.phrases import Mark, codes_of, marks_of
from extractors.officials.signs import sign
from extractors.reading import Reading
from extractors.text import phrase_key

_BACK = 20
_NAMES, _BEFORE = 12, 120
"""As many names, and as many marks, of one sentence are looked back over."""
_LINE = 80
_CALLED = "HGRO,-"
_SUBJECT = re.compile(r"N|H(?!N)")


@dataclass(frozen=True, slots=True)
class Told:
    """Offices told at `start` of somebody who is not named beside; `who` is the word that stands for the name."""

    start: int
    who: str
    offices: tuple[Office, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Where the name stands of the person to whom offices belong that are told elsewhere."""

    start: int
    end: int
    told: Told


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    return load_rules("officials").compiled(rule)


def told_in(line: Line, marks: Sequence[Mark], codes: str) -> Iterator[Told]:
    """What the marks of a sentence tell of somebody whom it does not name beside.

    With other words between, only what nobody but the subject can do: "ông về tỉnh, giữ chức …", not "ông nói … là …".
    """
    for match in _pattern("officials.pronoun").finditer(codes):
        who, link = marks[match.start("who")], marks[match.start("link")]
        if match["far"] and not sign("takes_office").match(line.key, link.start, link.end):
            continue
        if not sign("of_another").search(line.key, max(0, who.start - 8), who.start):
            yield _told(marks, match, line.key[who.start : who.end], "officials.pronoun")
    if "N" not in codes:
        yield from _career(line, marks, codes)


def _career(line: Line, marks: Sequence[Mark], codes: str) -> Iterator[Told]:
    """The offices of which a line without a name gives the time, before them or behind."""
    start = _after_period(line.key, line.starts[0])
    for match in _pattern("officials.career").finditer(codes):
        first, last = marks[match.start("told")].start, marks[match.end("chain") - 1].end
        if _is_dated(line.key, start, first, over=match["over"] is not None) or (
            first == line.starts[0] and sign("closing_period").match(line.key, last)
        ):
            yield _told(marks, match, "", "officials.career")
        start = last


def _told(marks: Sequence[Mark], match: re.Match[str], who: str, rule: str) -> Told:
    chain = marks[match.start("chain") : match.end("chain")]
    return Told(chain[0].start, who, tuple(mark.office for mark in chain if mark.office), rule)


def _is_dated(key: str, start: int, end: int, *, over: bool) -> bool:
    """Whether nothing but a time stands before an office; one that goes on with other words needs "2010 - 2015:"."""
    if sign("opening_period").fullmatch(key, start, end) is None:
        return False
    return over or sign("opening_range").match(key, start, end) is not None


def _after_period(key: str, start: int) -> int:
    """Where the time of what a line says begins: in the line before, where that is nothing but a time."""
    above = sign("period_above").search(key, max(0, start - _LINE), start)
    return above.start("time") if above else start


def _is_passing(key: str, marks: Sequence[Mark], codes: str, at: int) -> bool:
    """Whether a sentence names somebody only beside whom it tells of: "ông cùng Đại tá …", "thay ông …"."""
    near = max(0, at - _BEFORE)
    phrase = near + len(codes[near:at].rstrip(_CALLED))
    start = marks[phrase].start
    if _SUBJECT.search(codes, near, phrase):
        return True
    return sign("in_passing").search(key, max(0, start - 62), start) is not None


@dataclass
class Bearers:
    """Whom an article tells of at a place; the names of a sentence are read once.

    `_passing` are where names stand that are said in passing, `_meant` is the one whom a word for the name last meant.
    """

    reading: Reading
    _names: dict[int, list[Mark]] = field(default_factory=dict)
    _passing: set[int] = field(default_factory=set)
    _bearer_at: dict[int, Mark | None] = field(default_factory=dict)
    _meant: Mark | None = None

    def of(self, told: Told) -> Bearer | None:
        """Where the name stands of whom something is told; `None` where no one person is named before it."""
        at = self.reading.sentence_index(told.start)
        name = self._nearest(at, told)
        self._bearer_at[at] = name
        self._meant = name or self._meant
        return Bearer(name.start, name.end, told) if name else None

    def _nearest(self, at: int, told: Told) -> Mark | None:
        meant = self._key(self._meant) if told.who and self._meant and self._fits(self._meant, told) else None
        for back in range(at, max(-1, at - _BACK), -1):
            names = [name for name in self._names_before(back, told.start) if self._fits(name, told)]
            names = [name for name in names if not meant or name.start not in self._passing or self._key(name) == meant]
            if names:
                return self._only(names)
            if back < at and back in self._bearer_at:
                return self._bearer_at[back]
        return None

    def _names_before(self, sentence: int, start: int) -> list[Mark]:
        """The nearest names of a sentence before a place; in one that goes on for ever only the last few."""
        names = self._names_in(sentence)
        before = bisect_left(names, start, key=lambda name: name.start)
        return names[max(0, before - _NAMES) : before]

    def _only(self, names: Sequence[Mark]) -> Mark | None:
        """The one whom all the names name; of several, the one in the title."""
        title = self.reading.article.title or ""
        keys = {self._key(name) for name in names}
        titled = [name for name in names if len(keys) == 1 or self._key(name) in phrase_key(title)]
        return titled[-1] if len({self._key(name) for name in titled}) == 1 else None

    def _names_in(self, sentence: int) -> list[Mark]:
        if sentence not in self._names:
            marks = marks_of(line_of(self.reading, *self.reading.sentences[sentence]))
            codes, key = codes_of(marks), self.reading.key
            named = [(at, mark) for at, mark in enumerate(marks) if mark.code == "N"]
            self._names[sentence] = [mark for _, mark in named]
            self._passing.update(mark.start for at, mark in named if _is_passing(key, marks, codes, at))
        return self._names[sentence]

    def _key(self, name: Mark) -> str:
        return self.reading.key[name.start : name.end]

    def _fits(self, name: Mark, told: Told) -> bool:
        return suits(told.who, plain_name(self.reading.text[name.start : name.end]))
