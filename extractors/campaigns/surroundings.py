"""Who runs a campaign and whether the text launches or reviews it, from the words around its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.campaigns.grammar import part
from extractors.campaigns.naming import Naming
from extractors.model import CampaignStatus
from extractors.reading import Reading

_REACH = 140
_LONGEST_BODY = 9
_OF = re.compile(r"[\s,;.…]*(?:\"\s*)?của\s+")
_BY = re.compile(r"[^\";.]{0,60}?(?<!\w)(?:do|được)\s+")


def status_of(reading: Reading, naming: Naming) -> CampaignStatus:
    """Whether the text reports the launch (`launched`) or a review of the campaign, or only names it."""
    start = max(reading.sentence_at(naming.start)[0], naming.noun - _REACH)
    before = reading.key[start : naming.noun]
    after = reading.key[naming.after : naming.after + _REACH]
    if part("launch").search(before) or part("launched_after").match(after):
        return "launched"
    return "reviewed" if part("review").search(before) else "named"


def owners_of(reading: Reading, namings: Sequence[Naming]) -> list[str | None]:
    """The owner of each naming as written: "của …", "do … phát động", or the subject of the clause.

    An owner behind a name holds for the names before it in the same stretch of the list, up to a semicolon or another
    owner; one between the noun and its list holds for the whole list.
    """
    owners = [_behind(reading, naming) for naming in namings]
    for at in range(len(namings) - 2, -1, -1):
        if owners[at] is None and _joined(reading, namings[at], namings[at + 1]):
            owners[at] = owners[at + 1]
    for at, naming in enumerate(namings):
        owners[at] = owners[at] or _ahead(reading, naming)
    for at, (one, other) in enumerate(pairwise(namings), 1):
        if owners[at] is None and one.noun == other.noun:
            owners[at] = owners[at - 1]
    return owners


def _joined(reading: Reading, one: Naming, other: Naming) -> bool:
    if other.start - one.after > _REACH:
        return False
    between = reading.key[one.after : other.start]
    return not set(";\n") & set(between) and ". " not in between


def _behind(reading: Reading, naming: Naming) -> str | None:
    end = min(reading.sentence_at(naming.start)[1], naming.after + _REACH)
    again = part("campaign_noun").search(reading.key, naming.after, end)
    end = again.start() if again else end
    of = _OF.match(reading.key, naming.after, end)
    if of:
        return _owner(reading, of.end(), end, ran=False)
    by = _BY.match(reading.key, naming.after, end)
    return _owner(reading, by.end(), end, ran=True) if by else None


def _owner(reading: Reading, start: int, end: int, *, ran: bool) -> str | None:
    """The body that begins at `start`; `ran` asks for a verb behind it that says that it runs the campaign."""
    if not part("body").match(reading.key, start, end):
        return None
    stop = part("owner_end").search(reading.key, start, end)
    limit = stop.start() if stop else end
    if ran and not part("runs").match(reading.key[limit:end].lstrip()):
        return None
    return " ".join(reading.text[start:limit].split()) or None


def _ahead(reading: Reading, naming: Naming) -> str | None:
    """The owner between the noun and its list, else the body that is the subject before the name or the noun."""
    by = _BY.match(reading.key, naming.noun, naming.start)
    if by and (owner := _owner(reading, by.end(), naming.start, ran=True)):
        return owner
    for at in (naming.start, naming.noun):
        floor = max(reading.sentence_at(at)[0], at - _REACH)
        verb = part("subject_verb").search(reading.key[floor:at].rstrip(' "'))
        if verb:
            return _subject(reading, floor, floor + verb.start())
    return None


def _subject(reading: Reading, floor: int, end: int) -> str | None:
    """The body whose name ends right where the verb begins; a person's office there gives way to the one before it."""
    comma = max(reading.key.rfind(mark, floor, end) for mark in ",;:")
    for body in part("body").finditer(reading.key, max(comma + 1, floor), end):
        if part("office").search(reading.key[floor : body.start()]):
            return _subject(reading, floor, comma) if comma >= floor and reading.key[comma] == "," else None
        name = reading.text[body.start() : end].split()
        proper = name[0][0].isupper() or part("body_without_capital").match(body[0])
        if proper and 1 < len(name) <= _LONGEST_BODY and not part("not_in_body").search(reading.key, body.end(), end):
            return " ".join(name)
    return None
