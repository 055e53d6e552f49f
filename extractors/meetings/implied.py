"""Meetings without a name: those that a text only refers to ("tại buổi lễ"), and those told by their verb alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.meetings.heads import first_activity
from extractors.meetings.hosts import host_before
from extractors.meetings.model import Page, Telling
from extractors.meetings.names import name_end
from extractors.meetings.report import meeting_of, told_by_opening
from extractors.meetings.words import pattern, rule_pattern
from extractors.model import Meeting, MeetingKind

_SPOKEN = {"meeting.told-at", "meeting.attended"}
_OFTEN = 3
_FIRST_SENTENCES = 3
_HELD = "tổ chức "
_BEFORE_VERB = r"[ ,]*(?:{before_verb} )*"
_CEREMONIES = {"award_ceremony", "honouring", "anniversary", "launch", "signing"}
_SPEAKS = r"(?<!\w){speaks}(?!\w)"
_SUBJECT = r"(?:^|[,)] ?|-) *(?:buổi \w+ )?(?:{person}|{org}|đoàn)(?!\w)"
_LONGEST_SUBJECT = 260


def referred_meeting(page: Page, tellings: Sequence[Telling]) -> Meeting | None:
    """The meeting that "tại buổi lễ" and "tại hội nghị" speak of; its kind is what the article's opening tells."""
    spoken = [t for t in tellings if t.rule in _SPOKEN and not t.planned and not t.former]
    if not (any(t.lead for t in spoken) or len(spoken) >= _OFTEN or _is_ceremony(page, spoken)):
        return None
    first = next((t for t in spoken if t.head.kind), spoken[0])
    named = replace(first, head=replace(first.head, kind=first.head.kind or _kind_of_opening(page)))
    return meeting_of(page, named, spoken, None, main=True, rule="meeting.implied")


def meeting_of_opening(page: Page) -> Meeting | None:
    """The meeting of a lead such as "Ngày 26/12, Công an tỉnh tổng kết phong trào thi đua …", or `None`."""
    opening = page.opening
    told = _told_in(page, "activity")
    if opening is None or told is None:
        return None
    reading, begins = page.reading, told.start("verb")
    held = begins - len(_HELD) * reading.key.endswith(_HELD, 0, begins)
    host = host_before(reading, opening.date.end, held)
    if host is None or pattern(_SPEAKS).search(reading.key, opening.date.end, host[0]):
        return None
    if not pattern(_BEFORE_VERB).fullmatch(reading.key, host[1], held):
        return None
    kind = first_activity(reading.key, begins, told.end("verb"))
    name = (begins, name_end(reading, begins, told.end("verb"), opening.sentence[1]))
    return told_by_opening(page, opening, name, kind[1] if kind else "session", "meeting.activity", host)


def visit_of_opening(page: Page) -> Meeting | None:
    """The visit of a lead such as "Sáng 5/3, Phó Chủ tịch tỉnh Lê Văn An đã đến thăm …", or `None`."""
    opening = page.opening
    told = _told_in(page, "visit")
    if opening is None or told is None or not _pays_visit(page.reading.key, opening.date.end, told.start()):
        return None
    begins = told.start("verb")
    name = (begins, name_end(page.reading, begins, told.end("verb"), opening.sentence[1]))
    return told_by_opening(page, opening, name, "working_visit", "meeting.visit", None)


def _told_in(page: Page, rule: str) -> re.Match[str] | None:
    """Where the opening of the article satisfies a rule behind its date."""
    if page.opening is None:
        return None
    return rule_pattern(rule).search(page.reading.key, page.opening.date.end, page.opening.sentence[1])


def _pays_visit(key: str, start: int, verb: int) -> bool:
    """Whether the subject between a date and a verb is somebody in office, who does nothing else before it."""
    subject = key[start:verb].lstrip(" ,)")
    if len(subject) > _LONGEST_SUBJECT or pattern(r"(?<!\w){does_else}(?!\w)").search(subject):
        return False
    return bool(pattern(_SUBJECT).search(subject)) and not pattern(r"(?<!\w){investigators}(?!\w)").search(subject)


def _is_ceremony(page: Page, spoken: Sequence[Telling]) -> bool:
    """Whether "tại buổi lễ", said once, speaks of what the opening tells: honours given, a launch, a signing."""
    bare = any(t.head.word.word == "buổi lễ" and not t.topic for t in spoken)
    return bare and _kind_of_opening(page) in _CEREMONIES


def _kind_of_opening(page: Page) -> MeetingKind | None:
    sentences = page.reading.sentences[:_FIRST_SENTENCES]
    found = first_activity(page.reading.key, sentences[0][0], sentences[-1][1])
    return found[1] if found else None
