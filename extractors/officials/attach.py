"""Gives the offices of a sentence to the people named in it, by the shapes of `rules/officials.toml`.

Between two names stands a row of marks; its beginning may be offices of the name before ("…, Bí thư Tỉnh ủy"), its end
offices of the name behind ("Bí thư Tỉnh ủy …"). Where both claim the same offices, the way the first name was given
its own decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.rules import load_rules
from extractors.officials.line import Line
from extractors.officials.offices import Office
from extractors.officials.phrases import Mark, marks_of
from extractors.officials.vocabulary import vocabulary

_NEAR = 60
_HANDED = re.compile(r"(?:của|thay mặt|quyền|ủy nhiệm|nhiệm|cho|với|bởi|tặng|gửi)\s*$")


@dataclass
class Named:
    """A name in a sentence: the whole phrase around it, and the offices it is given, each with its rule."""

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    offices: list[tuple[Office, str]] = field(default_factory=list)

    def give(self, marks: Sequence[Mark], rule: str) -> None:
        """Add the offices among the marks."""
        self.offices += [(mark.office, rule) for mark in marks if mark.office]


@dataclass(frozen=True)
class _Shapes:
    after: re.Pattern[str]
    before: re.Pattern[str]
    group: re.Pattern[str]
    shared: re.Pattern[str]


@dataclass
class _Stretch:
    """The marks between two names, and how much of them each side takes: `[:after]` and `[before:]`."""

    marks: list[Mark]
    codes: str
    after: int = 0
    before: int = 0
    grouped: bool = False

    def left(self) -> list[Mark]:
        """The marks that belong to the name before."""
        return self.marks[: self.after]

    def right(self) -> list[Mark]:
        """The marks that belong to the name behind."""
        return self.marks[self.before :]


@cache
def _shapes() -> _Shapes:
    table = load_rules("officials")
    return _Shapes(*(table.compiled(f"officials.{name}") for name in ("after", "before", "group", "shared")))


def named_in(line: Line) -> list[Named]:
    """The people named in a sentence that has an office, in order."""
    marks = marks_of(line)
    at = [i for i, mark in enumerate(marks) if mark.code == "N"]
    if not at:
        return []
    stretches = _stretches(line, marks, at)
    people = [Named(marks[i].start, marks[i].end, marks[i].start, marks[i].end) for i in at]
    for person, before, after in zip(people, stretches, stretches[1:], strict=False):
        _give_own(person, before, after)
    _give_group(people, stretches)
    _give_shared(people, stretches)
    return people


def _stretches(line: Line, marks: list[Mark], at: list[int]) -> list[_Stretch]:
    bounds = zip([-1, *at], [*at, len(marks)], strict=True)
    stretches = [_stretch(marks[left + 1 : right]) for left, right in bounds]
    for i, stretch in enumerate(stretches):
        if i < len(at):
            _read_before(line, stretch, first=i == 0)
        if i > 0:
            match = _shapes().after.match(stretch.codes[:_NEAR])
            stretch.after = match.end() if match else 0
            _settle(stretch, stretches[i - 1])
    return stretches


def _stretch(marks: list[Mark]) -> _Stretch:
    return _Stretch(marks, "".join(mark.code for mark in marks), before=len(marks))


def _read_before(line: Line, stretch: _Stretch, *, first: bool) -> None:
    """Find what the name behind the stretch takes of it: its offices, else only "đồng chí"."""
    skipped = max(0, len(stretch.codes) - _NEAR)
    near = stretch.codes[skipped:]
    match = _shapes().before.search(near)
    if match and _weak(match[0]) and not _introduces(line, stretch, skipped + match.start()):
        match = None
    if match:
        stretch.before = skipped + match.start()
        return
    called = re.search(r"[HGR](?:[,&-]?[HGR])*$", near)
    stretch.before = skipped + called.start() if called else len(stretch.marks)


def _weak(codes: str) -> bool:
    """Whether a comma parts the offices from the name: "Chủ tịch UBND xã, ông …"."""
    return bool(re.search(r",(?:R*H)[HR]*$", codes))


def _introduces(line: Line, stretch: _Stretch, at: int) -> bool:
    """Whether offices before ", ông …" are his, and not of somebody he stands in for."""
    if "G" in stretch.codes[at:]:
        return False
    start = stretch.marks[at].start
    before = line.key[max(0, start - 24) : start]
    return not _HANDED.search(before) and (at == 0 or before.rstrip().endswith("theo"))


def _settle(stretch: _Stretch, before: _Stretch) -> None:
    """Part the marks that both names claim."""
    if stretch.before >= stretch.after:
        return
    offices = [i for i, mark in enumerate(stretch.marks) if mark.office and stretch.before <= i < stretch.after]
    strong = stretch.marks[-1].office is not None or not re.search(r",[HGR]+$", stretch.codes)
    if not offices or not strong:
        stretch.before = _after_called(stretch)
        return
    titled = before.before < len(before.marks) and any(mark.office for mark in before.right())
    start = offices[0] if titled or before.grouped else offices[-1]
    stretch.before = start
    stretch.after = start
    while stretch.after and stretch.marks[stretch.after - 1].office is None:
        stretch.after -= 1


def _after_called(stretch: _Stretch) -> int:
    called = re.search(r"[HGR]+$", stretch.codes)
    return max(called.start(), stretch.after) if called else len(stretch.marks)


def _give_own(person: Named, before: _Stretch, after: _Stretch) -> None:
    right, left = before.right(), after.left()
    person.give(right, "officials.before")
    person.give(left, "officials.after")
    if right:
        person.phrase_start = right[0].start
    if left:
        person.phrase_end = max(person.phrase_end, left[-1].end)


def _give_group(people: list[Named], stretches: list[_Stretch]) -> None:
    """An office said once before a list of names goes to all of them."""
    for i, stretch in enumerate(stretches[:-1]):
        match = _shapes().group.search(stretch.codes[-_NEAR:])
        if not match or (stretch.codes[match.start()] == "w" and not match["colon"] and not _many(stretch, match)):
            continue
        skipped = max(0, len(stretch.codes) - _NEAR)
        head = stretch.marks[skipped + match.start("head") : skipped + match.end("head")]
        members = _members(stretches, i)
        if len(members) == 1 and stretch.codes[skipped + match.start()] == "w":
            continue
        for member in members:
            already = [office for office, _ in people[member].offices]
            new = [mark for mark in head if mark.office and mark.office not in already]
            own, people[member].offices = people[member].offices, []
            people[member].give(new, "officials.group")
            people[member].offices += [(o, "officials.group" if o in [m.office for m in head] else r) for o, r in own]


def _many(stretch: _Stretch, match: re.Match[str]) -> bool:
    return False


def _members(stretches: list[_Stretch], first: int) -> list[int]:
    """The people of the list that begins behind a stretch: as long as nothing but their own offices stands between."""
    members = [first]
    for i in range(first + 1, len(stretches) - 1):
        between = stretches[i].codes[stretches[i].after :]
        if not re.fullmatch(r"(?:[,;&]+)[R]*", between):
            break
        members.append(i)
    return members


def _give_shared(people: list[Named], stretches: list[_Stretch]) -> None:
    """An office said once behind several names goes to all of them."""
    for last in range(len(people) - 1, 0, -1):
        behind = stretches[last + 1]
        given = [mark for mark in behind.left() if mark.office]
        if not given or any(mark.office for mark in stretches[last].right()):
            continue
        first = last
        while first and not people[first - 1].offices and _shapes().shared.match(stretches[first].codes):
            first -= 1
        if first < last and _said_of_all(stretches[first], behind):
            for person in people[first:last]:
                person.give(given, "officials.shared")


def _said_of_all(opening: _Stretch, behind: _Stretch) -> bool:
    """Whether an office behind names is of all: they are called "các đồng chí", or a dash sets it apart."""
    return behind.codes.startswith("-") or bool(re.search(r"G[HR:]*$", opening.codes))


def history_free(people: Sequence[Named], line: Line) -> list[Named]:
    """The people but figures of history."""
    history = vocabulary().history
    return [p for p in people if " ".join(line.key[p.start : p.end].split()) not in history]
