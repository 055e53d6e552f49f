"""What each official does in what is reported: chair, speak, present or receive an award, attend, sign.

The words that say so stand after the people ("… chủ trì hội nghị"), before them ("Dự hội nghị có …", which holds for
everyone who follows in the sentence), or open the sentence ("Kết luận hội nghị, …"). The rules are `rules/roles.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from corpus.rules import fill, load_rules
from extractors.model import OfficialRole, RoleClaim
from extractors.officials.parties import Party, Present, parties, without_overlap
from extractors.officials.references import Reference
from extractors.reading import Reading

if TYPE_CHECKING:
    from extractors.officials.people import Person

_BEFORE, _AFTER, _CHAIN, _LISTED = 420, 200, 4, 480
_LONGEST_HONORIFIC = 40
_BULLET = re.compile(r"[\s\-+*•\d.)]*")
_PASSIVE = re.compile(r"\b(?:được|do|như [^,.;:]{0,40} của)\s*$")
_BY = re.compile(r"\bdo\s*$")
_CARRIED = {"role.before.attend", "role.before.receive-list", "role.lead.attend", "role.list.receive"}
_GOES_ON = (";", ",", ":")
_OBJECT = "role.before.receive"
_FAR = {"role.after.present"}
_ENDS_CHAIN = {"role.after.say", "role.after.receive"}


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    role: OfficialRole
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Claim:
    people: tuple[int, ...]
    cue: _Cue
    start: int
    end: int


@cache
def _cues(position: str) -> tuple[_Cue, ...]:
    table = load_rules("roles")
    rules = table.family(f"role.{position}")
    return tuple(_Cue(r.id, cast("OfficialRole", r.value), table.compiled(r.id)) for r in rules)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(fill("{adverb}*", load_rules("roles").parts))


@cache
def _award() -> re.Pattern[str]:
    return re.compile(fill("{award}", load_rules("roles").parts))


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(fill(r"\b{honorific}[\s:,]{0,3}$", load_rules("roles").parts))


_NEXT = re.compile(r"[^.;:]{0,90}?(?:,| và|;|\s-)\s")


def claim_roles(
    reading: Reading, people: Sequence[Person], references: Sequence[Reference]
) -> tuple[tuple[RoleClaim, ...], ...]:
    """The roles of each person, parallel to `people`: one claim a role, the first that the text makes."""
    claims: list[dict[OfficialRole, RoleClaim]] = [{} for _ in people]
    present = _everyone(people, references)
    starts = [p.start for p in present]
    lead: _Found | None = None
    for start, end in reading.sentences:
        here = present[bisect_left(starts, start) : bisect_left(starts, end)]
        made = list(_sentence_claims(reading.key, start, end, here, lead)) if here else []
        for claim in made:
            span = reading.span(claim.start, claim.end)
            for person in claim.people:
                claims[person].setdefault(claim.cue.role, RoleClaim(claim.cue.role, span, claim.cue.id))
        lead = _open_list(reading.key, start, end, here, made, lead)
    return tuple(tuple(sorted(c.values(), key=lambda claim: claim.span.start)) for c in claims)


def _behind(cue: _Cue, cues: Sequence[_Cue]) -> Sequence[_Cue]:
    """What may be said next; behind "dự lễ mừng công, đón nhận Huân chương" the honour is the ceremony's."""
    return [c for c in cues if c.role != "receive_award"] if cue.role == "attend" else cues


def _everyone(people: Sequence[Person], references: Sequence[Reference]) -> list[Present]:
    named = [Present(m.start, m.end, i) for i, person in enumerate(people) for m in person.mentions]
    taken = without_overlap(named)
    covered = [p.start for p in taken]
    referred = [Present(one.start, one.end, one.person) for one in references]
    free = [r for r in referred if not _overlaps(taken, covered, r)]
    return without_overlap([*taken, *free])


def _overlaps(taken: Sequence[Present], starts: Sequence[int], one: Present) -> bool:
    at = bisect_left(starts, one.end)
    return at > 0 and taken[at - 1].end > one.start


def _open_list(
    key: str, start: int, end: int, here: Sequence[Present], made: Sequence[_Claim], lead: _Found | None
) -> _Found | None:
    """The cue that a sentence leaves open for the list after it: it ends in ":", names people and ends in ";", …"""
    if here and not (lead and _BULLET.fullmatch(key, start, here[0].start)):
        said = [_Found(claim.cue, claim.start, claim.end) for claim in made if claim.cue.id in _CARRIED]
        return said[-1] if said and key[start:end].endswith(_GOES_ON) else None
    if here:
        return lead if here[0].start > start or key[end - 1] != "." else None
    if key[start:end].rstrip().endswith(":"):
        return _carried(_before(key, max(start, end - _BEFORE), end))
    return None


def _sentence_claims(key: str, start: int, end: int, here: Sequence[Present], lead: _Found | None) -> Iterator[_Claim]:
    groups = list(parties(key, here))
    if not (lead and _BULLET.fullmatch(key, start, groups[0].start)):
        lead = None
    lead = lead or _lead(key, start, groups[0].start) or _listed(key, groups[0].start)
    at = start
    for i, party in enumerate(groups):
        found = _before(key, max(at, party.start - _BEFORE), party.start)
        lead = _carried(found) if found else lead
        for cue in found or filter(None, [lead]):
            yield _Claim(party.people, cue.cue, cue.start, cue.end)
        if i == 0:
            yield from _frame(key, start, party)
        limit = groups[i + 1].start if i + 1 < len(groups) else end
        if not any(f.cue.id == _OBJECT for f in found):
            yield from _after(key, at, party, min(limit, party.end + _AFTER))
        at = party.end


@dataclass(frozen=True, slots=True)
class _Found:
    cue: _Cue
    start: int
    end: int


def _without_honorific(window: str) -> str:
    """The window without the honorific that ends it."""
    return window[:-_LONGEST_HONORIFIC] + _honorific().sub("", window[-_LONGEST_HONORIFIC:])


def _lead(key: str, start: int, end: int) -> _Found | None:
    """The cue that opens the sentence and holds for everyone named in it."""
    for cue in _cues("lead"):
        match = cue.pattern.match(key, start, end)
        if match:
            return _Found(cue, match.start(), match.end())
    return None


def _listed(key: str, end: int) -> _Found | None:
    """The cue that opens a list of people behind a sentence that confers honours."""
    window = _without_honorific(key[max(0, end - _LISTED) : end])
    if not window.rstrip(" :").endswith(("gồm", "gồm có", " là")):
        return None
    for cue in _cues("list"):
        match = cue.pattern.search(window)
        if match:
            return _Found(cue, max(0, end - _LISTED) + match.start(), end)
    return None


def _carried(found: Sequence[_Found]) -> _Found | None:
    """The cue among these that holds for everyone who follows, if any."""
    return next((f for f in found if f.cue.id in _CARRIED), None)


def _before(key: str, start: int, end: int) -> list[_Found]:
    """The cues that end where the people begin, or that open, with a colon, the list in which they stand."""
    window = _without_honorific(key[start:end])
    opened = _without_honorific(window[: window.rfind(":") + 1])
    found: list[_Found] = []
    for cue in _cues("before"):
        match = cue.pattern.search(window)
        if not match and opened and cue.id in _CARRIED:
            match = cue.pattern.search(opened)
        if match:
            found.append(_Found(cue, start + match.start(), start + match.end()))
    return found


def _frame(key: str, start: int, party: Party) -> Iterator[_Claim]:
    """What the opening of the sentence says its subject does."""
    opening = start + len(key[start : party.start]) - len(key[start : party.start].lstrip(' "-*•'))
    for cue in _cues("frame"):
        match = cue.pattern.match(key, opening, party.start)
        if match and not key[match.end() : party.start].strip():
            yield _Claim(party.people, cue, match.start(), match.end())


def _after(key: str, start: int, party: Party, end: int) -> Iterator[_Claim]:
    """The verbs that follow the people, as far as they belong to them."""
    if _BY.search(key, start, party.start):
        said = _cues("by") + _only(_cues("after"), "role.after.chair", "role.after.sign")
        honoured = _award().search(key, start, party.start) is not None
        yield from _verbs(key, party, end, tuple(c for c in said if honoured or c.id != "role.by.present"))
    elif not _PASSIVE.search(key, start, party.start):
        yield from _verbs(key, party, end, _cues("after"))


def _only(cues: Sequence[_Cue], *ids: str) -> tuple[_Cue, ...]:
    return tuple(cue for cue in cues if cue.id in ids)


def _verbs(key: str, party: Party, end: int, cues: Sequence[_Cue]) -> Iterator[_Claim]:
    at = party.end
    for hop in range(_CHAIN):
        skipped = _adverbs().match(key, at, end)
        at = skipped.end() if skipped else at
        cue, match = next(((c, m) for c in cues if (m := c.pattern.match(key, at, end))), (None, None))
        if cue and match:
            yield _Claim(party.people, cue, match.start(), match.end())
            at = match.end()
            cues = _behind(cue, cues)
        if cue is None and hop == 0:
            cues = [c for c in cues if c.id in _FAR]
        if cue and cue.id in _ENDS_CHAIN:
            return
        step = _NEXT.match(key, at, end)
        if not step:
            return
        at = step.end()
