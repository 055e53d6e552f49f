"""A lone winner named instead of counted: "trao A cho ông X", "Công ty X đón nhận A"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.awards.draft import Naming
from extractors.awards.names import UPPER, addressed, begins_personal, personal_name
from extractors.awards.rows import bodies_announced, bodies_in_row, is_named_body, two_bodies
from extractors.awards.signs import sign
from extractors.model import AwardUnit, Official
from extractors.reading import Reading

MAX_WORDS = 160
MAX_NAME = 110
MAX_LIST = 1200
MAX_SHORT = 24
_ASIDE = re.compile(r"\s[-–]\s")
_PROPER = re.compile(rf"[{UPPER}]\S{{1,30}}(?:\s(?:[-–&]\s)?[{UPPER}\d]\S{{0,30}}){{0,6}}")
_NAMED = re.compile(rf"[{UPPER}]\w+(?:\s[{UPPER}]\w*){{1,5}}(?=\s*(?:$|[,;(.-]|–))")


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won, named at `[start, end)`: one, or people in a row."""

    start: int
    end: int
    names: tuple[str, ...]
    unit: AwardUnit


def winner_after(reading: Reading, naming: Naming, end: int) -> Winner | None:
    """Who the honour is given to, named after it."""
    to = sign("to_winner").match(reading.key, naming.named or naming.end, end)
    if not to:
        return _winner_at_once(reading, naming, end)
    stop, announced = bodies_announced(reading, to.end(), end)
    if announced:
        return Winner(to.end(), stop, announced, "collective")
    if people := _people_announced(reading, to.end(), end):
        return people
    limit = min(end, to.end() + MAX_WORDS)
    clip = sign("winner_ends").search(reading.key, to.end(), limit)
    while clip and (aside := sign("aside_in_row").match(reading.key, clip.start(), limit)):
        clip = sign("winner_ends").search(reading.key, aside.end(), limit)
    return _winner(reading, to.end(), clip.start() if clip else limit)


def _people_announced(reading: Reading, start: int, end: int) -> Winner | None:
    """The people of a list: "các đồng chí: X - Giám đốc Sở Y tế; Y, Chánh Văn phòng"; none where a part has no name."""
    opens = sign("announces_people").match(reading.key, start, end)
    if opens is None:
        return None
    stop = min(end, opens.end() + MAX_LIST)
    parts = reading.text[opens.end() : stop].split(";")
    if len(parts) == 1:
        parts = sign("names_joint").split(parts[0])
    names = [_NAMED.match(part.strip(" .")) for part in parts]
    if len(names) < 2 or not all(name and begins_personal(name[0].split()) for name in names):
        return None
    return Winner(opens.end(), stop, tuple(name[0] for name in names if name), "individual")


def _winner_at_once(reading: Reading, naming: Naming, end: int) -> Winner | None:
    """The person named right behind an honour that is being given: "truy tặng Bằng khen nhà văn Lê Văn Bền"."""
    given = naming.between and not reading.key[naming.between[0] : naming.between[1]].strip()
    if not given or naming.drafts or naming.of or not reading.key[naming.end + 1 : naming.end + 2].isalnum():
        return None
    limit = min(end, naming.end + MAX_WORDS)
    clip = sign("winner_ends").search(reading.key, naming.end, limit)
    winner = _winner(reading, naming.end, clip.start() if clip else limit)
    return winner if winner and winner.unit == "individual" and len(winner.names) == 1 else None


def winner_between(reading: Reading, naming: Naming) -> Winner | None:
    """Who the honour is given to, named between the verb and it: "trao tặng Trường X Huân chương …"."""
    if naming.between is None or not 3 < naming.between[1] - naming.between[0] < MAX_NAME:
        return None
    start, end = naming.between
    end -= len(sign("title_word").search(reading.key[start:end])[0])  # type: ignore[index]
    to = sign("to_winner").match(reading.key, start, end)
    winner = _winner(reading, to.end() if to else start, end)
    return winner if winner and not reading.key[winner.end : end].strip(' "') else None


def winner_before(reading: Reading, naming: Naming) -> Winner | None:
    """Who receives the honour, named before "được" or "đón nhận"."""
    if naming.subject is None:
        return None
    start, end = naming.subject
    start = max(start, end - MAX_WORDS)
    trailing = sign("subject_tail").search(reading.key, start, end)
    end = trailing.start() if trailing else end
    if reading.key.endswith(")", start, end) and (opened := reading.key.rfind("(", end - MAX_SHORT, end)) > start:
        end = opened
    if reading.key[start:end].endswith((" -", " –")):
        aside = reading.key.rfind(" - ", start, end - 2)
        end = aside if aside > start else end
    cuts = [start, *(cut.end() for cut in sign("new_part").finditer(reading.key, start, end))]
    for cut in cuts[:-1]:
        if sign("people_of").match(reading.key, cut, end):
            return _winner(reading, cut, end)
        if row := bodies_in_row(reading, cut, end):
            return Winner(cut, end, row, "collective")
    start = cuts[-1]
    bearer = _bearer(reading, cuts, end)
    if bearer:
        return bearer
    aside_at = _ASIDE.search(reading.text, start, end)
    if aside_at and personal_name(reading.text[start : aside_at.start()]):
        end = aside_at.start()
    if start < end and not sign("no_subject").search(reading.key, start, end):
        return _winner(reading, start, end)
    return _host_that_receives(reading, *naming.subject)


def _bearer(reading: Reading, cuts: Sequence[int], end: int) -> Winner | None:
    """Who bears the office named last: "ông Lê Văn Bền, Giám đốc Công ty Sao Mai, được tặng …"."""
    if cuts[-1] >= end:
        cuts, end = cuts[:-1], max(0, cuts[-1] - len(", "))
    start = cuts[-1] if cuts else end
    if len(cuts) < 2 or not sign("office").match(reading.key, start, end):
        return None
    if sign("no_subject").search(reading.key, start, end):
        return None
    bearer = _people(reading, cuts[-2], start)
    return bearer if bearer and len(bearer.names) == 1 else None


def _host_that_receives(reading: Reading, start: int, end: int) -> Winner | None:
    """Who holds the ceremony at which it receives: "Huyện Tam Sơn tổ chức lễ kỷ niệm và đón nhận …"."""
    holds = sign("holds").search(reading.key, start, min(end, start + MAX_NAME))
    if holds is None:
        return None
    start = max([start, *(cut.end() for cut in sign("new_part").finditer(reading.key, start, holds.start()))])
    return _winner(reading, start, holds.start())


def _winner(reading: Reading, start: int, end: int) -> Winner | None:
    end -= len(sign("loose_end").search(reading.key[start:end])[0])  # type: ignore[index]
    while start < end and not reading.text[start].isalnum():
        start += 1
    many = sign("row_of").match(reading.key, start, end)
    if many:
        people = _people(reading, many.end(), end)
        return people if people and len(people.names) > 1 else None
    comma = reading.key.find(",", start, end)
    first = comma if comma > start else end
    if first - start < 3 or sign("plural").search(reading.key[start:first]):
        return None
    people = _people(reading, start, end)
    if people:
        return people
    row = bodies_in_row(reading, start, end)
    if row:
        return Winner(start, end, row, "collective")
    if sign("people_of").match(reading.key, start, end):
        return Winner(start, end, (reading.text[start:end],), "collective")
    end = first
    delegate = sign("delegate").match(reading.key, start, end)
    body = _body(reading, delegate.end() if delegate else start, end)
    both = two_bodies(reading, body.start, body.end) if body else ()
    return replace(body, names=both) if body and both else body


def _people(reading: Reading, start: int, end: int) -> Winner | None:
    """People in a row, each with a word of address or nothing but a name; what is no person ends the row."""
    names: list[str] = []
    text = reading.text[:start] + sign("aside").sub(lambda aside: " " * len(aside[0]), reading.text[start:end])
    at, last = start, start
    while at < end:
        joint = sign("names_joint").search(text, at, end)
        stop = joint.start() if joint else end
        name = _person(text[at:stop].rstrip(), first=not names)
        if name:
            names.append(name)
            last = stop
        elif names or not joint or not sign("office_alone").fullmatch(reading.key, at, stop):
            break
        at = joint.end() if joint else end
    return Winner(start, last, tuple(names), "individual") if names else None


def _person(text: str, *, first: bool) -> str | None:
    key = text.lower()
    name_at = addressed(key)
    if name_at and _PROPER.fullmatch(text[name_at:].strip()):
        return text[name_at:].strip()
    name = personal_name(text)
    if name is None or " của " in key or sign("delegate").match(key) or len(text) > MAX_NAME:
        return None
    if sign("body").match(key) and not sign("office").match(key):
        return None
    return name if first or name == text.strip() or sign("calling").fullmatch(key[: text.rindex(name)]) else None


def _body(reading: Reading, start: int, end: int) -> Winner | None:
    text, key = reading.text[start:end], reading.key[start:end]
    if len(text) > MAX_NAME or addressed(key):
        return None
    if (
        is_named_body(reading, start, end)
        or sign("whole_body").match(key)
        or (_PROPER.fullmatch(text) and len(sign("proper").findall(text)) > 1)
    ):
        return Winner(start, end, (text,), "collective")
    return None


def official_named(officials: Sequence[Official], winner: Winner) -> str | None:
    """The name of the official whose mention lies within the winner's words."""
    for official in officials:
        for mention in (official.span, *official.mentions):
            if winner.start <= mention.start and mention.end <= winner.end:
                return official.name
    return None
