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
from extractors.model import Block
from extractors.reading import Reading

_LONG_BLOCK = 80
_LEAD_SENTENCES = 6
_LONGEST_CAPTION = 300
_CREDIT = re.compile(r"(?<!\w)ảnh ?:")
_DATELINE = re.compile(r"[^\n.;]{0,40}\)\s{0,2}-")
_OPENING = (
    r"{dateline}?\W{0,4}(?:{source})?(?:more)?(?:đúng |vào |trong |hồi |lúc |khoảng )*"
    r"(?:[\dh:g]{1,6}(?: giờ| phút)? ?){0,2}"
    r"(?:{time_word}[ ,(]{1,3}){1,4}"
)


def lead_sentences(reading: Reading) -> Iterator[Bounds]:
    """The sentences in which news tells its event: the first of the running text, and any that opens by a dateline."""
    number = 0
    for start, end in reading.sentences:
        block = reading.block_at(start)
        if block.end - block.start < _LONG_BLOCK or _is_picture(reading, block):
            continue
        number += 1
        if number <= _LEAD_SENTENCES or (start == block.start and _DATELINE.match(reading.key, start, end)):
            yield start, end


def opening_of(reading: Reading, lead: Sequence[Bounds], dates: Sequence[DateMention]) -> Opening | None:
    """The first sentence of the lead that begins with the day of an event, or `None`."""
    events = [d for d in dates if d.role == "event"]
    for start, end in lead:
        date = next((d for d in events if start <= d.start < end), None)
        if date and pattern(_OPENING).fullmatch(reading.key, start, date.start):
            return _opening(reading, (start, end), date)
    return None


def is_headline(reading: Reading, at: int) -> bool:
    """Whether `at` stands in the title, or in the first line where a page has no title."""
    block = reading.block_at(at)
    untitled = reading.article.title is None and block == reading.article.blocks[0]
    return block.role == "title" or (untitled and block.end - block.start < _LONGEST_CAPTION)


def _is_picture(reading: Reading, block: Block) -> bool:
    credit = block.end - block.start < _LONGEST_CAPTION and _CREDIT.search(reading.key, block.start, block.end)
    return bool(credit) or block.role in {"title", "caption"}


def _opening(reading: Reading, sentence: Bounds, date: DateMention) -> Opening:
    end = sentence[1]
    activity = first_activity(reading.key, date.end, end)
    verb = activity[0] if activity else None
    return Opening(
        sentence=sentence,
        date=date,
        place=next(places_in(reading, date.end, verb or end, end), None),
        host=host_before(reading, date.end, verb) if verb else None,
        activity=verb,
        kind=activity[1] if activity else None,
    )
