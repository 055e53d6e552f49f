"""Meetings without a name: those that a text only refers to ("tại buổi lễ"), and those told by their verb alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.meetings.heads import first_activity
from extractors.meetings.model import Page, Telling
from extractors.meetings.names import name_end
from extractors.meetings.report import meeting_of, told_by_opening
from extractors.meetings.words import rule_pattern
from extractors.model import Meeting, MeetingKind

_SPOKEN = {"meeting.told-at", "meeting.attended"}
_OFTEN = 3
_FIRST_SENTENCES = 3
_BEFORE_VERB = {"", "đã", "vừa", "tổ chức", "đã tổ chức"}


def referred_meeting(page: Page, tellings: Sequence[Telling]) -> Meeting | None:
    """The meeting that "tại buổi lễ" and "tại hội nghị" speak of; its kind is what the article's opening tells."""
    spoken = [t for t in tellings if t.rule in _SPOKEN and not t.planned and not t.former]
    if not (any(t.lead for t in spoken) or len(spoken) >= _OFTEN):
        return None
    first = next((t for t in spoken if t.head.kind), spoken[0])
    named = replace(first, head=replace(first.head, kind=first.head.kind or _kind_of_opening(page)))
    return meeting_of(page, named, spoken, None, main=True, rule="meeting.implied")


def meeting_of_opening(page: Page) -> Meeting | None:
    """The meeting of a lead such as "Ngày 26/12, Công an tỉnh tổng kết phong trào thi đua …", or `None`."""
    opening = page.opening
    if opening is None or opening.activity is None or opening.host is None:
        return None
    key, end = page.reading.key, opening.sentence[1]
    told = rule_pattern("activity").match(key, opening.activity, end)
    if told is None or key[opening.host[1] : opening.activity].strip(" ,") not in _BEFORE_VERB:
        return None
    return told_by_opening(page, opening, name_end(page.reading, opening.activity, told.end("verb"), end))


def _kind_of_opening(page: Page) -> MeetingKind | None:
    sentences = page.reading.sentences[:_FIRST_SENTENCES]
    found = first_activity(page.reading.key, sentences[0][0], sentences[-1][1])
    return found[1] if found else None
