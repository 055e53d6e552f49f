"""Finds the meetings that an article reports, each once, with what title, lead, body and captions tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.dates.find import find_dates
from extractors.meetings.group import grouped, weight
from extractors.meetings.implied import meeting_of_opening, referred_meeting, visit_of_opening
from extractors.meetings.model import Group, Page
from extractors.meetings.opening import lead_sentences, opening_of
from extractors.meetings.report import reported
from extractors.meetings.tellings import tellings_of
from extractors.model import Meeting
from extractors.reading import Reading

_COMMON = {None, "other", "session", "working_visit", "seminar", "training", "anniversary"}
_SPOKEN = {"meeting.told-at", "meeting.attended", None}
_FIRM = 5
_TELLING = 3
_APART = 8
_TOLD = {"event", "decision"}
_YEARS_AGO = 2
_YEAR_FIRST = re.compile(r"\W{0,3}(?:vào |trong |cuối |đầu )?năm ((?:19|20)\d\d)(?!\d)")


def find_meetings(reading: Reading) -> tuple[Meeting, ...]:
    """The meetings of an article in order of their spans; the one that the article is about is `main`."""
    dates = find_dates(reading)
    lead = list(lead_sentences(reading))
    page = Page(reading, dates, opening_of(reading, lead, dates), (0, len(reading.text)))
    tellings = tellings_of(reading, lead, dates)
    firm = [group for group in grouped(reading, tellings) if _is_firm(group)]
    if groups := _of_the_day(page, firm):
        return tuple(sorted(_told_first(page, groups), key=lambda m: m.span.start))
    referred = None if firm else referred_meeting(page, tellings)
    found = meeting_of_opening(page) or referred or visit_of_opening(page)
    return (found,) if found else ()


def _told_first(page: Page, groups: Sequence[Group]) -> list[Meeting]:
    """The meetings of the groups, behind the visit that the opening tells where all of them lie behind it.

    One that is spoken of without a day of its own ("tại cuộc họp với …") is what was said on that visit.
    """
    behind = [group for group in groups if not _is_spoken_of(group)]
    visit = visit_of_opening(page) if all(map(_lies_behind, behind)) else None
    if visit is None:
        return _reported(page, groups)
    return [visit, *(replace(meeting, main=False) for meeting in (_reported(page, behind) if behind else ()))]


def _of_the_day(page: Page, groups: Sequence[Group]) -> Sequence[Group]:
    """The meetings that are no history; none where history is told and no other meeting stands in the lead."""
    days = (d.first for d in page.dates if d.role in _TOLD and d.first)
    latest = max((day.year for day in days if day.year), default=0)
    present = [group for group in groups if not _is_history(page.reading, group, latest)]
    reports = len(present) == len(groups) or any(_is_in_lead(group) for group in present)
    return present if reports else ()


def _is_history(reading: Reading, group: Group, latest: int) -> bool:
    """Whether a meeting outside the lead was held years before the latest day that the article tells."""
    days = [telling.dates[0].first for telling in group.tellings if telling.dates]
    opened = (_YEAR_FIRST.match(reading.key, *telling.sentence) for telling in group.tellings)
    years = [day.year for day in days if day and day.year] or [int(year[1]) for year in opened if year]
    return bool(years) and max(years) <= latest - _YEARS_AGO and not _is_in_lead(group)


def _is_in_lead(group: Group) -> bool:
    return any(telling.lead for telling in group.tellings)


def _reported(page: Page, groups: Sequence[Group]) -> list[Meeting]:
    main = max(groups, key=_score)
    chosen = [group for group in groups if group is main or _told_apart(group)]
    items = [group.start for group in chosen if group.is_item]
    meetings: list[Meeting] = []
    for group in chosen:
        next_item = min((start for start in items if start > group.start), default=len(page.reading.text))
        own = replace(page, about=(group.start, next_item)) if items else page
        previous = meetings[-1] if meetings else None
        meetings.append(reported(own, group, previous, main=group is main or group.is_item))
    return meetings


def _lies_behind(group: Group) -> bool:
    """Whether a meeting is first told as past, beside what the article is about ("trước đó, …")."""
    return group.tellings[0].former


def _is_spoken_of(group: Group) -> bool:
    """Whether an article only speaks of a common meeting, and tells neither its day nor that somebody held it."""
    return group.kind in _COMMON and all(t.rule in _SPOKEN and not t.dates and not t.former for t in group.tellings)


def _is_firm(group: Group) -> bool:
    """Whether an article reports a meeting: kinds that only reports speak of need less to show it than common words."""
    return _score(group) >= (_FIRM if group.kind in _COMMON else _TELLING)


def _score(group: Group) -> int:
    weights = sorted((weight(telling) for telling in group.tellings), reverse=True)
    return sum(weights[:3]) + min(len(group.references), 3)


def _told_apart(group: Group) -> bool:
    """Whether a meeting beside the main one is told as firmly: somebody held it, on a day of its own."""
    return _score(group) >= _APART and any(
        t.rule == "meeting.organised" and t.host and (t.dates or t.same_day) and not t.planned for t in group.tellings
    )
