"""The verbs that follow people: "… chủ trì hội nghị và trao Bằng khen".

Whose verbs they are hangs on the words before the people ("do đồng chí A trình bày", "đề nghị đồng chí A báo cáo");
what else belongs to them may stand between ("…, quê huyện B, chia sẻ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.officials.cues import Claim, Cue, cues, words
from extractors.officials.parties import Party

_CHAIN = 4
_CLOSE = 60
_NEXT = re.compile(r"[^.;:]{0,90}?(?:,| và|;|\s-)\s")
_BY = re.compile(r"\bdo\s*$")
_TOLD_BY = re.compile(r"\bđược\s*$")
_CAREER_HONOURS = 3
_FAR = {"role.after.present"}
_ENDS_CHAIN = {"role.after.say", "role.after.receive"}


def verbs_after(key: str, start: int, party: Party, end: int) -> Iterator[Claim]:
    """The verbs that follow the people, as far as they belong to them; `start` is where the words before them begin."""
    near = max(start, party.start - _CLOSE)
    if _BY.search(key, near, party.start):
        said = cues("by") + cues("after", "role.after.chair", "role.after.sign")
        honoured = words("{award}").search(key, start, party.start) is not None
        yield from _led(key, party)
        yield from _verbs(key, party, end, tuple(c for c in said if honoured or c.id != "role.by.present"))
    elif _TOLD_BY.search(key, near, party.start):
        yield from _verbs(key, party, end, cues("after", "role.after.address", "role.after.say"))
    elif not words("{not_doing}").search(key, near, party.start):
        yield from _verbs(key, party, end, cues("after"))


def _led(key: str, party: Party) -> Iterator[Claim]:
    """Who comes at the head of a delegation, where "làm trưởng đoàn" is read as an office."""
    for cue in cues("by", "role.by.attend"):
        match = cue.pattern.search(key, max(party.start, party.end - _CLOSE), party.end)
        if match:
            yield Claim(party.people, cue, match.start(), match.end())


def _verbs(key: str, party: Party, end: int, said: Sequence[Cue]) -> Iterator[Claim]:
    at = party.end
    for hop in range(_CHAIN):
        at, cue, match = _verb_at(key, at, end, said)
        if hop == 0 and not match and (aside := words("{apposition}").match(key, party.end, end)):
            at, cue, match = _verb_at(key, aside.end(), end, said)
        if cue and match and not (cue.role == "receive_award" and _of_a_life(key, match.end(), end)):
            yield Claim(party.people, cue, match.start(), match.end())
            at = match.end()
            said = _behind(cue, said)
            yield from _meanwhile(key, party, at, end, cue)
        if cue is None and hop == 0:
            yield from _nearby(key, party, at, end)
            said = [c for c in said if c.id in _FAR and not words("{decree}").match(key, at, end)]
        if cue and cue.id in _ENDS_CHAIN:
            return
        step = _NEXT.match(key, at, end)
        if not step:
            return
        at = step.end()


def _verb_at(key: str, at: int, end: int, said: Sequence[Cue]) -> tuple[int, Cue | None, re.Match[str] | None]:
    """The place behind the adverbs, and the cue that stands there."""
    skipped = words("{adverb}*").match(key, at, end)
    at = skipped.end() if skipped else at
    found = ((cue, match) for cue in said if (match := cue.pattern.match(key, at, end)))
    return at, *next(found, (None, None))


def _behind(cue: Cue, said: Sequence[Cue]) -> Sequence[Cue]:
    """What may be said next; behind "dự lễ mừng công, đón nhận Huân chương" the honour is the ceremony's."""
    return [c for c in said if c.role != "receive_award"] if cue.role == "attend" else said


def _nearby(key: str, party: Party, start: int, end: int) -> Iterator[Claim]:
    """What the people say, where words that belong to their office stand between."""
    for cue in cues("near"):
        match = cue.pattern.match(key, start, end)
        if match:
            yield Claim(party.people, cue, match.start(), match.end())


def _meanwhile(key: str, party: Party, start: int, end: int, spoken: Cue) -> Iterator[Claim]:
    """Where somebody spoke: "nhấn mạnh như vậy khi dự lễ khai giảng"."""
    for cue in cues("while") if spoken.role == "speak" else ():
        match = cue.pattern.match(key, start, end)
        if match:
            yield Claim(party.people, cue, match.start("when"), match.end())


def _of_a_life(key: str, start: int, end: int) -> bool:
    """Whether honours are those of a whole career: "được tặng nhiều huân chương", or three and more in a row."""
    if words("{many_honours}").match(key, start, end):
        return True
    others = words("{recipients}").search(key, start, end)
    return len(words("{award}").findall(key, start, others.start() if others else end)) >= _CAREER_HONOURS
