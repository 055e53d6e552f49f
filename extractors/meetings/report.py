"""From the tellings of one meeting to the fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.rules import load_rules
from extractors.meetings.clauses import Bounds, host_of_name
from extractors.meetings.group import Group, weight
from extractors.meetings.opening import Opening
from extractors.meetings.tellings import Telling
from extractors.meetings.when import Page, dated_meeting
from extractors.model import Meeting
from extractors.reading import Reading

_ONLINE = re.compile(r"trực tuyến|điểm cầu")
_FIRST_TELLINGS = 4


def reported(page: Page, group: Group, previous: Meeting | None, *, main: bool) -> Meeting:
    """The meeting that a group of tellings tells; one held "cùng ngày" has the day of the meeting told before it."""
    named = max(group.tellings, key=lambda t: (weight(t), t.head.end - t.head.start))
    same_day = previous if any(t.same_day for t in group.tellings) else None
    return meeting_of(page, named, group.all, same_day, main=main)


def meeting_of(
    page: Page, named: Telling, tellings: Sequence[Telling], same_day: Meeting | None, *, main: bool, rule: str | None = None
) -> Meeting:
    """The meeting named by one telling, with what the others add, and the article's opening where it is the main one."""
    reading = page.reading
    rule = rule or named.rule or ("meeting.headline" if named.role == "title" else "meeting.captioned")
    ordered = [named, *(t for t in tellings if t is not named)]
    mention = next((t.dates[0] for t in ordered if t.dates and not t.former), None)
    opening = page.opening if main and mention is None and same_day is None and _fits(page.opening, named) else None
    place = next((t.place for t in ordered if t.place), None) or (opening.place if opening else None)
    host = next((t.host for t in ordered if t.host), None) or (opening.host if opening else None)
    host = host or host_of_name(reading, named.head.noun_end, named.head.end)
    meeting = Meeting(
        span=reading.span(named.head.start, named.head.end),
        name=reading.text[named.head.start : named.head.end],
        kind=named.head.kind or "other",
        rule=rule,
        confidence=load_rules("meetings")[rule].confidence,
        place=_quote(reading, place),
        host=_quote(reading, host),
        online=_is_online(reading, ordered),
        main=main,
    )
    if same_day is not None and mention is None:
        return replace(meeting, date=same_day.date, date_span=same_day.date_span, date_reason=same_day.date_reason)
    names = [reading.key[t.head.start : t.head.end] for t in ordered if t.head.named] or [reading.key[named.head.start : named.head.end]]
    return dated_meeting(page, meeting, mention or (opening.date if opening else None), names)


def told_by_opening(page: Page, opening: Opening, end: int) -> Meeting | None:
    """The meeting that an opening tells by its verb, whose name ends at `end`."""
    reading, start = page.reading, opening.activity
    if start is None or end <= start:
        return None
    rule = load_rules("meetings")["meeting.activity"]
    meeting = Meeting(
        span=reading.span(start, end),
        name=reading.text[start:end],
        kind=opening.kind or "other",
        rule=rule.id,
        confidence=rule.confidence,
        place=_quote(reading, opening.place),
        host=_quote(reading, opening.host),
        online=bool(_ONLINE.search(reading.key, *opening.sentence)),
    )
    return dated_meeting(page, meeting, opening.date, [reading.key[start:end]])


def _fits(opening: Opening | None, named: Telling) -> bool:
    kinds = {opening.kind if opening else None, named.head.kind} - {None, "other"}
    return opening is not None and len(kinds) <= 1


def _is_online(reading: Reading, tellings: Sequence[Telling]) -> bool:
    name = tellings[0].head
    near = (t.sentence for t in tellings[:_FIRST_TELLINGS])
    return bool(_ONLINE.search(reading.key, name.start, name.end)) or any(_ONLINE.search(reading.key, *s) for s in near)


def _quote(reading: Reading, bounds: Bounds | None) -> str | None:
    return reading.text[bounds[0] : bounds[1]] if bounds else None
