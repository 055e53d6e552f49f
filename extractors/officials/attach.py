"""Gives the offices of a sentence to the people named in it, by the shapes of `rules/officials.toml`.

Between two names stands a row of marks; its beginning may be offices of the name before ("…, Bí thư Tỉnh ủy"), its end
offices of the name behind ("Bí thư Tỉnh ủy …"). Where both claim the same offices, the way the first name was given
its own decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.rules import load_rules
from extractors.officials.careers import Told, told_in
from extractors.officials.line import Line
from extractors.officials.offices import Office
from extractors.officials.phrases import Mark, codes_of, marks_of
from extractors.officials.signs import sign, word_list

_NEAR = 60
_CLOSE = 24
_CALLED_END = re.compile(r"[HGR](?:[,&-]?[HGR])*$")
_APART = re.compile(r",R*H[HR]*$")
_CHAIN = re.compile(r"(?<!O,)O(?:,O){1,5}(?!,O)")


@dataclass
class Named:
    """A name in a sentence: the whole phrase around it, and the offices it is given, each with its rule.

    `doubtful` are offices that may rather be somebody else's: "theo chỉ đạo của Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh An".
    """

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    offices: list[tuple[Office, str]] = field(default_factory=list)
    doubtful: list[Office] = field(default_factory=list)

    def give(self, marks: Sequence[Mark], rule: str) -> None:
        """Add the offices among the marks."""
        self.offices += [(mark.office, rule) for mark in marks if mark.office]


@dataclass(frozen=True)
class Sentence:
    """The people named in a sentence, the chains of offices that stand there without a name, what is told of others."""

    people: tuple[Named, ...]
    nameless: tuple[tuple[Office, ...], ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class _Shapes:
    after: re.Pattern[str]
    before: re.Pattern[str]
    group: re.Pattern[str]
    shared: re.Pattern[str]
    apart: re.Pattern[str]


@dataclass
class _Stretch:
    """The marks between two names, and how much of them each side takes: `[:after]` and `[before:]`."""

    marks: list[Mark]
    codes: str
    after: int = 0
    before: int = 0

    def left(self) -> list[Mark]:
        """The marks that belong to the name before."""
        return self.marks[: self.after]

    def right(self) -> list[Mark]:
        """The marks that belong to the name behind."""
        return self.marks[self.before :]

    def near(self) -> tuple[str, int]:
        """The last codes, and how many stand before them."""
        skipped = len(self.codes) - _NEAR
        return (self.codes[skipped:], skipped) if skipped > 0 else (self.codes, 0)


@cache
def _shapes() -> _Shapes:
    table = load_rules("officials")
    return _Shapes(*(table.compiled(f"officials.{name}") for name in ("after", "before", "group", "shared", "apart")))


def read_sentence(line: Line) -> Sentence:
    """The people of a sentence with their offices, in order."""
    marks = marks_of(line)
    codes = codes_of(marks)
    at = [i for i, code in enumerate(codes) if code == "N"]
    stretches = _stretches(line, marks, codes, at)
    people = [Named(marks[i].start, marks[i].end, marks[i].start, marks[i].end) for i in at]
    for person, before, after in zip(people, stretches, stretches[1:], strict=False):
        _give_own(line, person, before, after)
    _give_group(people, stretches)
    _give_shared(people, stretches)
    _give_apart(line, people, stretches)
    return Sentence(tuple(people), tuple(_nameless(line, stretches)), tuple(told_in(line, marks, codes)))


def _stretches(line: Line, marks: list[Mark], codes: str, at: list[int]) -> list[_Stretch]:
    starts, ends = [0, *(i + 1 for i in at)], [*at, len(marks)]
    stretches = [
        _Stretch(marks[start:end], codes[start:end], before=end - start)
        for start, end in zip(starts, ends, strict=True)
    ]
    for i, stretch in enumerate(stretches):
        if i < len(at):
            _read_before(line, stretch)
        if i > 0:
            match = _shapes().after.match(stretch.codes[:_NEAR])
            stretch.after = match.end() if match else 0
            _settle(stretch, stretches[i - 1])
    return stretches


def _read_before(line: Line, stretch: _Stretch) -> None:
    """Find what the name behind the stretch takes of it: its offices, else only "đồng chí"."""
    near, skipped = stretch.near()
    match = _shapes().before.search(near)
    if match and _stands_apart(line, stretch, skipped + match.start(), match[0]):
        match = None
    match = match or _CALLED_END.search(near)
    stretch.before = skipped + match.start() if match else len(stretch.marks)


def _follows(line: Line, at: int, words: str) -> bool:
    """Whether an office stands right behind the words of a sign."""
    return sign(words).search(line.key, max(0, at - _CLOSE), at) is not None


def _stands_apart(line: Line, stretch: _Stretch, at: int, codes: str) -> bool:
    """Whether the offices are rather of whom the person stands in for: "thừa ủy quyền của Chủ tịch nước, Đại tá …"."""
    if _APART.search(codes):
        return not _introduces(line, stretch, at)
    start = stretch.marks[at].start
    return bool(re.search(r",R+$", codes)) and _follows(line, start, "stood_for")


def _introduces(line: Line, stretch: _Stretch, at: int) -> bool:
    """Whether the offices in "Chủ tịch UBND xã, ông …" are his, and not of somebody he stands in for."""
    start = stretch.marks[at].start
    if "G" in stretch.codes[at:] or _follows(line, start, "handed"):
        return False
    opened = stretch.codes[:at] == "w,"
    return at == 0 or opened or stretch.codes[at - 1] in "L;:&" or _follows(line, start, "according_to")


def _settle(stretch: _Stretch, before: _Stretch) -> None:
    """Part the marks that both names claim."""
    if stretch.before >= stretch.after:
        return
    offices = [i for i, mark in enumerate(stretch.marks) if mark.office and stretch.before <= i < stretch.after]
    called = _CALLED_END.search(stretch.codes)
    if not offices or (called and stretch.codes[: called.start()].endswith((",", "-"))):
        stretch.before = max(called.start(), stretch.after) if called else len(stretch.marks)
        return
    titled = any(mark.office for mark in before.right())
    stretch.before = stretch.after = offices[0] if titled else offices[-1]
    while stretch.after and stretch.marks[stretch.after - 1].office is None:
        stretch.after -= 1


def _give_own(line: Line, person: Named, before: _Stretch, after: _Stretch) -> None:
    right, left = before.right(), after.left()
    person.give(right, "officials.before")
    person.give(left, "officials.after")
    if right:
        person.phrase_start = right[0].start
        first = right[0].office
        several = len(person.offices) > 1
        if first and several and _follows(line, first.start, "stood_for"):
            person.offices = [given for given in person.offices if given[0] is not first]
        elif first and several and _follows(line, first.start, "handed"):
            person.doubtful.append(first)
        if before.codes[: before.before].endswith("H") and first:
            person.doubtful.append(first)
    if left:
        person.phrase_end = max(person.phrase_end, left[-1].end)


def _give_group(people: list[Named], stretches: list[_Stretch]) -> None:
    """An office said once before a list of names goes to all of them."""
    for i, stretch in enumerate(stretches[:-1]):
        near, skipped = stretch.near()
        match = _shapes().group.search(near)
        if not match:
            continue
        members = _members(stretches, i, _joints(match))
        head = stretch.marks[skipped + match.start("head") : skipped + match.end("head")]
        offices = [mark.office for mark in head if mark.office]
        said_of_many = match["many"] or (match["colon"] and len(members) > 1)
        if not said_of_many or (match["dash"] and not _may_share(offices, [people[member] for member in members])):
            continue
        for person in (people[member] for member in members):
            own = [(office, rule) for office, rule in person.offices if office not in offices]
            person.offices = [*((office, "officials.group") for office in offices), *own]


def _joints(group: re.Match[str]) -> str:
    """What may stand between the names of a group: behind a dash ("Phó Giám đốc - ông A và ông B") only "và"."""
    return "&[HR]*" if group["dash"] else "[,;&]+[HR]*" if group["many"] else "[,;&]+R*"


def _may_share(offices: Sequence[Office], people: Sequence[Named]) -> bool:
    """Whether several hold the offices, past ones or a deputy's, and only the first was given any."""
    heads = [office.head.canonical.lower() for office in offices if office.status != "former"]
    many = all(head.startswith(word_list("held_by_several")) for head in heads)
    return many and not any(person.offices for person in people[1:])


def _members(stretches: list[_Stretch], first: int, joints: str) -> list[int]:
    """The people of the list that begins behind a stretch: as long as nothing but their own offices stands between."""
    members = [first]
    for i in range(first + 1, len(stretches) - 1):
        if not re.fullmatch(joints, stretches[i].codes[stretches[i].after :]):
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


def _give_apart(line: Line, people: list[Named], stretches: list[_Stretch]) -> None:
    """Offices that a comma parts from a name with none of its own: "Phó Chủ tịch Hội Nông dân, Lê Văn An;"."""
    for person, before, after in zip(people, stretches, stretches[1:], strict=False):
        near, skipped = before.near()
        match = None if person.offices else _shapes().apart.search(near)
        if not match or skipped + match.start("chain") < before.after or after.codes.startswith((",O", "-O", "(O")):
            continue
        chain = before.marks[skipped + match.start("chain") : skipped + match.end("chain")]
        if not _follows(line, chain[0].start, "handed"):
            person.give(chain, "officials.apart")
            if near[: match.start("chain")].endswith("w"):
                person.doubtful += [mark.office for mark in chain if mark.office]


def _said_of_all(opening: _Stretch, behind: _Stretch) -> bool:
    """Whether an office behind names is of all: they are called "các đồng chí", or a dash sets it apart."""
    return behind.codes.startswith("-") or bool(re.search(r"G[HR:]*$", opening.codes))


def _nameless(line: Line, stretches: list[_Stretch]) -> Iterator[tuple[Office, ...]]:
    """Offices in a chain that no name took: "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh nhấn mạnh"."""
    for stretch in stretches:
        for match in _CHAIN.finditer(stretch.codes, stretch.after, max(stretch.after, stretch.before)):
            if not _is_told_of(line, stretch, match.start()):
                yield tuple(mark.office for mark in stretch.marks[match.start() : match.end()] if mark.office)


def _is_told_of(line: Line, stretch: _Stretch, at: int) -> bool:
    """Whether somebody else is said to be or to become what a chain says: "An được bổ nhiệm làm …"."""
    linked = at > 0 and stretch.codes[at - 1] == "L"
    return linked and not line.key.startswith(word_list("in_office"), stretch.marks[at - 1].start)
