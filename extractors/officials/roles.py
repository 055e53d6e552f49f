"""What each official does in what is reported: chair, speak, present or receive an award, attend, sign.

The words that say so stand after the people ("… chủ trì hội nghị", see `verbs.py`), before them ("Dự hội nghị có …",
which holds for everyone who follows in the sentence), or open the sentence ("Kết luận hội nghị, …"). The rules are
`rules/roles.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.model import OfficialRole, RoleClaim
from extractors.officials.cues import Claim, Found, cues, without_honorific, words
from extractors.officials.parties import Party, Present, parties, without_overlap
from extractors.officials.references import Reference
from extractors.officials.verbs import verbs_after
from extractors.reading import Reading

if TYPE_CHECKING:
    from extractors.officials.people import Person

_BEFORE, _AFTER, _LISTED, _CLOSE = 420, 200, 480, 60
_BULLET = re.compile(r"[\s\-+*•\d.)]*")
_LONG_AGO = re.compile(r"[^,.;]{0,30}\b19\d\d,")
_CARRIED = {"role.before.attend", "role.before.receive-list", "role.lead.attend", "role.list.receive"}
_GOES_ON = (";", ",", ":")
_OBJECT = "role.before.receive"


def claim_roles(
    reading: Reading, people: Sequence[Person], references: Sequence[Reference]
) -> tuple[tuple[RoleClaim, ...], ...]:
    """The roles of each person, parallel to `people`: one claim a role, the first that the text makes."""
    claims: list[dict[OfficialRole, RoleClaim]] = [{} for _ in people]
    present = _everyone(people, references)
    starts = [p.start for p in present]
    lead: Found | None = None
    for start, end in reading.sentences:
        here = present[bisect_left(starts, start) : bisect_left(starts, end)]
        made = list(_reported(reading.key, start, end, here, lead)) if here else []
        for claim in made:
            span = reading.span(claim.start, claim.end)
            for person in claim.people:
                claims[person].setdefault(claim.cue.role, RoleClaim(claim.cue.role, span, claim.cue.id))
        lead = _open_list(reading.key, start, end, here, made, lead)
    return tuple(tuple(sorted(c.values(), key=lambda claim: claim.span.start)) for c in claims)


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
    key: str, start: int, end: int, here: Sequence[Present], made: Sequence[Claim], lead: Found | None
) -> Found | None:
    """The cue that a sentence leaves open for the list after it: it ends in ":", names people and ends in ";", …"""
    if here and not (lead and _BULLET.fullmatch(key, start, here[0].start)):
        said = [Found(claim.cue, claim.start, claim.end) for claim in made if claim.cue.id in _CARRIED]
        return said[-1] if said and key[start:end].endswith(_GOES_ON) else None
    if here:
        return lead if here[0].start > start or key[end - 1] != "." else None
    if key[start:end].rstrip().endswith(":"):
        return _carried(_before(key, max(start, end - _BEFORE), end)) or _headed(key, start, end)
    return None


def _headed(key: str, start: int, end: int) -> Found | None:
    """The cue in the line that heads a list: "Dự hội nghị:"."""
    line = key[start:end].rstrip()[-_BEFORE:]
    found = ((cue, cue.pattern.search(line)) for cue in cues("head"))
    return next((Found(cue, start, end) for cue, match in found if match), None)


def _reported(key: str, start: int, end: int, here: Sequence[Present], lead: Found | None) -> Iterator[Claim]:
    """The claims of a sentence; who says something "trong thư" speaks to nobody, and "năm 1992" is long ago."""
    unsaid = {"speak"} if words("{in_writing}").match(key, start, end) else set()
    if _LONG_AGO.match(key, start, end):
        unsaid.add("receive_award")
    return (claim for claim in _sentence_claims(key, start, end, here, lead) if claim.cue.role not in unsaid)


def _sentence_claims(key: str, start: int, end: int, here: Sequence[Present], lead: Found | None) -> Iterator[Claim]:
    groups = list(parties(key, here))
    if not (lead and _BULLET.fullmatch(key, start, groups[0].start)):
        lead = None
    lead = lead or _lead(key, start, groups[0].start) or _listed(key, groups[0].start)
    at = start
    for i, party in enumerate(groups):
        found = _before(key, max(at, party.start - _BEFORE), party.start)
        lead = _carried(found) if found else lead
        for cue in found or filter(None, [lead]):
            yield Claim(party.people, cue.cue, cue.start, cue.end)
        if i == 0:
            yield from _frame(key, start, party)
        limit = groups[i + 1].start if i + 1 < len(groups) else end
        if not any(f.cue.id == _OBJECT for f in found):
            yield from verbs_after(key, at, party, min(limit, party.end + _AFTER))
        at = party.end


def _lead(key: str, start: int, end: int) -> Found | None:
    """The cue that opens the sentence and holds for everyone named in it."""
    for cue in cues("lead"):
        match = cue.pattern.match(key, start, end)
        if match:
            return Found(cue, match.start(), match.end())
    return None


def _listed(key: str, end: int) -> Found | None:
    """The cue that opens a list of people behind a sentence that confers honours."""
    if not any(word in key[max(0, end - _CLOSE) : end] for word in ("gồm", " là")):
        return None
    window = without_honorific(key[max(0, end - _LISTED) : end])
    if not window.rstrip(" :").endswith(("gồm", "gồm có", " là")):
        return None
    for cue in cues("list"):
        match = cue.pattern.search(window)
        if match:
            return Found(cue, max(0, end - _LISTED) + match.start(), end)
    return None


def _carried(found: Sequence[Found]) -> Found | None:
    """The cue among these that holds for everyone who follows, if any."""
    return next((f for f in found if f.cue.id in _CARRIED), None)


def _before(key: str, start: int, end: int) -> list[Found]:
    """The cues that end where the people begin, or that open, with a colon, the list in which they stand."""
    window = without_honorific(key[start:end])
    opened = without_honorific(window[: window.rfind(":") + 1]) if ":" in window else ""
    found: list[Found] = []
    for cue in cues("before"):
        match = cue.pattern.search(window)
        if not match and opened and cue.id in _CARRIED:
            match = cue.pattern.search(opened)
        if match and not (cue.role == "receive_award" and words("{proposed}").search(window, 0, match.start())):
            found.append(Found(cue, start + match.start(), start + match.end()))
    return found


def _frame(key: str, start: int, party: Party) -> Iterator[Claim]:
    """What the opening of the sentence says its subject does."""
    opening = start + len(key[start : party.start]) - len(key[start : party.start].lstrip(' "-*•'))
    for cue in cues("frame"):
        match = cue.pattern.match(key, opening, party.start)
        if match and not without_honorific(key[match.end() : party.start]).strip():
            yield Claim(party.people, cue, match.start(), match.end())
