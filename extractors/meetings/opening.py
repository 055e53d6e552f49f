"""The opening of a report: the sentence that says, first of all, when something took place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.dates.model import DateMention
from extractors.meetings.clauses import Bounds, host_before, places_in
from extractors.meetings.heads import first_activity
from extractors.model import Block, MeetingKind
from extractors.reading import Reading

_LONG_BLOCK = 80
_LEAD_SENTENCES = 6
_LONGEST_CAPTION = 300
_CREDIT = re.compile(r"(?<!\w)ảnh ?:")
_DATELINE = re.compile(r"[^\n.;]{0,40}\)\s{0,2}-")
_OPENING = re.compile(
    r"(?:[^\n,;.]{0,50}?[)\-]\s{0,3}-?\s{0,2})?\W{0,4}(?:more)?(?:đúng |vào |trong |hồi |lúc |khoảng )*(?:[\dh:g]{1,6}(?: giờ| phút)? ?){0,2}"
    r"(?:(?:rạng |buổi )?(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|nay|qua|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|từ|\d)[ ,(]{1,3}){1,4}"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that begins with a day: that day, and what follows it — where, who, doing what."""

    sentence: Bounds
    date: DateMention
    place: Bounds | None
    host: Bounds | None
    activity: int | None
    kind: MeetingKind | None


def opening_of(reading: Reading, dates: Sequence[DateMention]) -> Opening | None:
    """The first sentence of the lead that begins with the day of an event, or `None`."""
    for start, end in lead_sentences(reading):
        date = next((d for d in dates if start <= d.start < end and d.role == "event"), None)
        if date and _OPENING.fullmatch(reading.key, start, max(start, date.start)):
            return _opening(reading, (start, end), date)
    return None


def lead_sentences(reading: Reading) -> Iterator[Bounds]:
    """The sentences in which news tells its event: the first of the running text, and any that opens with a dateline."""
    number = 0
    for start, end in reading.sentences:
        block = reading.block_at(start)
        if block.end - block.start < _LONG_BLOCK or _is_picture(reading, block):
            continue
        number += 1
        if number <= _LEAD_SENTENCES or (start == block.start and _DATELINE.match(reading.key, start, end)):
            yield start, end


def _is_picture(reading: Reading, block: Block) -> bool:
    credit = block.end - block.start < _LONGEST_CAPTION and _CREDIT.search(reading.key, block.start, block.end)
    return bool(credit) or block.role in {"title", "caption"}


def _opening(reading: Reading, sentence: Bounds, date: DateMention) -> Opening:
    start, end = sentence
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
