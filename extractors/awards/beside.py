"""People and bodies named beside those counted: "cho 3 tập thể và ông X", "3 tập thể và ông X được tặng …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.awards.draft import Naming
from extractors.awards.names import UPPER, addressed
from extractors.awards.rows import is_named_body
from extractors.awards.signs import sign
from extractors.awards.winners import Winner
from extractors.reading import Reading

MAX_REGION = 600
MAX_GAP = 120
MAX_ADDRESS = 40
_GIVEN = frozenset({"award.given", "award.commended"})
_NAME = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,5}}")
_GAP_RECEIVING = re.compile(r"[^,;:.()\n]{0,140}")


def named_beside(reading: Reading, naming: Naming, until: int, end: int) -> Iterator[Winner]:
    """Who is named right behind those counted or, where these receive, right before them.

    `until` is where the next honour of the sentence begins to be spoken of, `end` where the sentence ends.
    """
    if naming.voice == "give":
        given = [draft.end for draft in naming.drafts if draft.rule in _GIVEN]
        if given:
            yield from _after_given(reading, max(given), until, last=until == end)
        return
    for start, stop in naming.beside:
        yield from _after_receivers(reading, start, min(stop, start + MAX_REGION))


def _after_given(reading: Reading, start: int, until: int, *, last: bool) -> Iterator[Winner]:
    joint = sign("and_beside").search(reading.key, start, min(until, start + MAX_GAP))
    if joint is None or not sign("words_of_counted").fullmatch(reading.text, start, joint.start()):
        return
    until = min(until, start + MAX_REGION)
    reason = sign("reason").search(reading.key, start, until)
    stop = reason.start() if reason else until
    people = _people(reading, joint.start(), stop)
    if people:
        yield people
    elif not reading.key[start : joint.start()].strip():
        over = sign("body_ends").search(reading.key, joint.end(), stop)
        body = over.start() if over else stop
        gives_next = not last and not reading.key[body:until].strip()
        if not gives_next and is_named_body(reading, joint.end(), body):
            yield Winner(joint.end(), body, (reading.text[joint.end() : body],), "collective")


def _after_receivers(reading: Reading, start: int, stop: int) -> Iterator[Winner]:
    people = _people(reading, start, stop)
    if people is None or sign("members").search(reading.key, start, people.start):
        return
    if _GAP_RECEIVING.fullmatch(reading.key, start, people.start):
        yield people


def apart(reading: Reading, winner: Winner) -> tuple[Winner, ...]:
    """A body and the people whom "và" joins to it, each by themselves: "Sở Y tế và ông X"."""
    people = _people(reading, winner.start, winner.end) if winner.unit == "collective" else None
    if people is None or not is_named_body(reading, winner.start, people.start):
        return (winner,)
    body = Winner(winner.start, people.start, (reading.text[winner.start : people.start].rstrip(" ,"),), "collective")
    return body, people


def _people(reading: Reading, start: int, end: int) -> Winner | None:
    """The people to whom a comma or "và" and a word of address lead, whatever is said of each."""
    names: list[str] = []
    first, last = end, end
    for joint in sign("people_joint").finditer(reading.key, start, end):
        at = addressed(reading.key[joint.end() : min(end, joint.end() + MAX_ADDRESS)])
        name = _NAME.match(reading.text, joint.end() + at, end) if at else None
        if name and sign("name_over").match(reading.key, name.end(), end):
            first, last = min(first, joint.start()), name.end()
            names.append(name[0])
    return Winner(first, last, tuple(names), "individual") if names else None
