"""The opening of a report: the sentences in which news tells its event, and the one that says first when it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.dates.model import DateMention
from extractors.meetings.heads import first_activity
from extractors.meetings.hosts import host_before
from extractors.meetings.model import Bounds, Opening
from extractors.meetings.places import places_in
from extractors.meetings.words import pattern
from extractors.model import Block, MeetingKind
from extractors.reading import Reading

_LONG_BLOCK = 80
_LEAD_SENTENCES = 6
_LONGEST_CAPTION = 300
_CREDIT = re.compile(r"(?<!\w)ảnh ?:")
_DATELINE = re.compile(r"[^\n.;]{0,40}\)\s{0,2}-")
_OPENING = (
    r"{dateline}?\W{0,4}(?:{source}|{occasion})?"
    r"(?:{this_day},? )?(?:{about} )*"
    r"(?:[\dh:g]{1,6}(?: giờ| phút)? ?){0,2}"
    r"(?:{time_word}[ ,(]{1,3}){1,4}"
)


def lead_sentences(reading: Reading) -> Iterator[Bounds]:
    """The sentences in which news tells its event: the first of the running text, and any that opens by a dateline."""
    number = 0
    for start, end in reading.sentences:
        dateline = number < _LEAD_SENTENCES or _DATELINE.match(reading.key, start, end)
        block = reading.block_at(start) if dateline else None
        if block is None or block.end - block.start < _LONG_BLOCK or _is_picture(reading, block):
            continue
        number += 1
        if number <= _LEAD_SENTENCES or start == block.start:
            yield start, end


def opening_of(reading: Reading, lead: Sequence[Bounds], dates: Sequence[DateMention]) -> Opening | None:
    """The first sentence of the lead that begins with the day of an event, or `None`."""
    events = [d for d in dates if d.role == "event"]
    for start, end in lead:
        date = next((d for d in events if start <= d.start < end), None)
        if date and pattern(_OPENING).fullmatch(reading.key, start, date.start):
            return Opening((start, end), date)
    return None


def is_headline(reading: Reading, at: int) -> bool:
    """Whether `at` stands in the title, or in the first line where a page has no title."""
    block = reading.block_at(at)
    untitled = reading.article.title is None and block == reading.article.blocks[0]
    return block.role == "title" or (untitled and block.end - block.start < _LONGEST_CAPTION)


def _is_picture(reading: Reading, block: Block) -> bool:
    credit = block.end - block.start < _LONGEST_CAPTION and _CREDIT.search(reading.key, block.start, block.end)
    return bool(credit) or block.role in {"title", "caption"}


def activity_of(reading: Reading, opening: Opening) -> tuple[int, MeetingKind] | None:
    """Where the first activity behind the day stands, and its kind."""
    return first_activity(reading.key, opening.date.end, opening.sentence[1])


def host_of(reading: Reading, opening: Opening) -> Bounds | None:
    """The body between the day and the first activity."""
    activity = activity_of(reading, opening)
    return host_before(reading, opening.date.end, activity[0]) if activity else None


def place_of(reading: Reading, opening: Opening) -> Bounds | None:
    """The first place between the day and the first activity, or in the whole sentence where it tells none."""
    activity, end = activity_of(reading, opening), opening.sentence[1]
    return next(places_in(reading, opening.date.end, activity[0] if activity else end, end), None)
