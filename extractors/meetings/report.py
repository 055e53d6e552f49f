"""From the tellings of one meeting to the fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.rules import load_rules
from extractors.meetings.group import weight
from extractors.meetings.hosts import host_of_name, host_of_title
from extractors.meetings.model import Bounds, Group, Opening, Page, Telling
from extractors.meetings.opening import activity_of, host_of, is_headline, place_of
from extractors.meetings.when import dated_meeting
from extractors.meetings.words import pattern
from extractors.model import Meeting, MeetingKind
from extractors.reading import Reading

_FIRST_TELLINGS = 8


def reported(page: Page, group: Group, previous: Meeting | None, *, main: bool) -> Meeting:
    """The meeting that a group of tellings tells; one held "cùng ngày" has the day of the meeting told before it."""
    named = max(group.tellings, key=lambda t: (weight(t), t.head.end - t.head.start))
    same_day = previous if any(t.same_day for t in group.tellings) else None
    return meeting_of(page, named, group.all, same_day, main=main)


def meeting_of(
    page: Page,
    named: Telling,
    tellings: Sequence[Telling],
    same_day: Meeting | None,
    *,
    main: bool,
    rule: str | None = None,
) -> Meeting:
    """The meeting named by one telling, with what the others add and, for the main one, the article's opening."""
    reading = page.reading
    ordered = [named, *(t for t in tellings if t is not named)]
    mention = next((t.dates[0] for t in ordered if t.dates and not t.former), None)
    undated = mention is None and same_day is None
    opening = page.opening if main and undated and _fits(page, named.head.kind) else None
    place = next((t.place for t in ordered if t.place), place_of(reading, opening) if opening else None)
    host = next((t.host for t in ordered if t.host), host_of(reading, opening) if opening else None)
    host = host or host_of_name(reading, named.head.start, named.head.noun_end, named.head.end)
    host = host or (host_of_title(reading, named.head.kind) if main else None)
    rule = rule or named.rule or _silent_rule(reading, named)
    meeting = _meeting(reading, (named.head.start, named.head.end), named.head.kind, rule, host, place)
    meeting = replace(meeting, online=_is_online(reading, ordered), main=main)
    if same_day is not None and mention is None:
        return replace(meeting, date=same_day.date, date_span=same_day.date_span, date_reason=same_day.date_reason)
    names = [reading.key[t.head.start : t.head.end] for t in ordered if t is named or t.head.named]
    return dated_meeting(page, meeting, opening.date if opening else mention, names)


def told_by_opening(
    page: Page, opening: Opening, name: Bounds, kind: MeetingKind, rule: str, host: Bounds | None
) -> Meeting:
    """The meeting that an opening tells by its verb, named by the words from that verb on."""
    reading = page.reading
    place = place_of(reading, opening)
    place = place if place and place[0] < name[1] else None
    meeting = _meeting(reading, name, kind, rule, host, place)
    online = bool(pattern("{online}").search(reading.key, *opening.sentence))
    return dated_meeting(page, replace(meeting, online=online), opening.date, [reading.key[name[0] : name[1]]])


def _meeting(
    reading: Reading, name: Bounds, kind: MeetingKind | None, rule: str, host: Bounds | None, place: Bounds | None
) -> Meeting:
    return Meeting(
        span=reading.span(*name),
        name=reading.text[name[0] : name[1]],
        kind=kind or "other",
        rule=rule,
        confidence=load_rules("meetings")[rule].confidence,
        place=_quote(reading, place),
        host=_quote(reading, host),
    )


def _silent_rule(reading: Reading, named: Telling) -> str:
    """The rule of a name without a verb: a headline, or else a name that stands in the report."""
    return "meeting.headline" if is_headline(reading, named.head.start) else "meeting.named"


def _fits(page: Page, kind: MeetingKind | None) -> bool:
    """Whether the opening may speak of a meeting of this kind: it tells of no other."""
    if page.opening is None:
        return False
    activity = activity_of(page.reading, page.opening)
    return len({activity[1] if activity else None, kind} - {None, "other"}) <= 1


def _is_online(reading: Reading, tellings: Sequence[Telling]) -> bool:
    name = tellings[0].head
    near = [(name.start, name.end), *(t.sentence for t in tellings[:_FIRST_TELLINGS])]
    return any(pattern("{online}").search(reading.key, *bounds) for bounds in near)


def _quote(reading: Reading, bounds: Bounds | None) -> str | None:
    return reading.text[bounds[0] : bounds[1]] if bounds else None
