"""Nouns of the register where they stand in a text, each with the name it heads and the kind that name tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.meetings import Activity, HeadWord, load_meeting_words
from extractors.meetings.names import name_bounds
from extractors.model import MeetingKind
from extractors.reading import Reading
from extractors.text import phrase_key

_GENERIC = re.compile(
    r"(?<!\w)(?:các|những|nhiều|mọi|mỗi|từng|một số|\d+|hàng trăm|nghị quyết|trung tâm|văn kiện|hội trường|chào mừng|mừng|hướng tới"
    r"|tiến tới|trước|sau|phục vụ|bầu|đại biểu dự|đại biểu đi dự|tổ chức tốt|tang|nghi|dịp|quốc|ngày|mùa|kết quả|thành công của"
    r"|thành công|nghị quyết của|khu vực|đề án|kế hoạch) $"
)
_SERIES = re.compile(r"\s*,\s*(?:hội nghị|hội thảo|tọa đàm|cuộc họp|hội thi|lễ hội)|\s*(?:các cấp|đảng bộ các cấp|trung ương \d)")
_NOT_LETTERS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Head:
    """A noun of the register at `[start, noun_end)` whose name goes on to `end`; `kind` is `None` where nothing tells it."""

    start: int
    noun_end: int
    end: int
    word: HeadWord
    kind: MeetingKind | None

    @property
    def named(self) -> bool:
        """Whether a topic follows the noun."""
        return self.end > self.noun_end


def heads_in(reading: Reading, start: int, end: int) -> list[Head]:
    """The heads of one sentence, in order, without overlap; generic mentions ("qua các hội nghị") are left out."""
    found: list[Head] = []
    at = start
    while match := _nouns().search(reading.key, at, end):
        at = match.end()
        word = _word_by_key()[match[0]]
        if _is_generic(reading.key, start, match.start(), match.end(), end):
            continue
        name_end = name_bounds(reading, match.start(), match.end(), end)
        kind = _kind(reading.key, match.end(), name_end, word)
        if _stands(reading.key, match.end(), name_end, word, kind):
            found.append(Head(match.start(), match.end(), name_end, word, kind))
            at = max(at, name_end)
    return found


def kind_of(topic: str) -> MeetingKind | None:
    """The kind that the first activity of a topic (as a key) tells, or `None`.

    >>> kind_of("tổng kết phong trào thi đua và phát động thi đua năm 2024")
    'review'
    """
    found = first_activity(topic, 0, len(topic))
    return found[1] if found else None


def first_activity(key: str, start: int, end: int) -> tuple[int, MeetingKind] | None:
    """Where the first activity of a stretch of key stands, and its kind; `None` where there is none."""
    for match in _activities().finditer(key, start, end):
        activity = _activity_by_key()[match[0]]
        if not activity.only_after_head or _NOT_LETTERS.fullmatch(key, start, match.start()):
            return match.start(), activity.kind
    return None


def _is_generic(key: str, sentence: int, start: int, end: int, limit: int) -> bool:
    before = key[max(sentence, start - 28) : start]
    return bool(_GENERIC.search(before) or _SERIES.match(key, end, limit))


def _kind(key: str, noun_end: int, end: int, word: HeadWord) -> MeetingKind | None:
    if word.kind in {"seminar", "training", "congress", "session", "working_visit", "briefing"}:
        return word.kind
    told = kind_of(key[noun_end:end])
    return told or (word.kind if end > noun_end else None)


def _stands(key: str, noun_end: int, end: int, word: HeadWord, kind: MeetingKind | None) -> bool:
    if word.stands == "alone":
        return True
    if end <= noun_end:
        return False
    if word.stands == "named":
        return True
    topic = key[noun_end:end].lstrip()
    return topic.startswith('"') or kind_of(topic[:20]) is not None or bool(_CEREMONIES.match(topic))


_CEREMONIES = re.compile(
    r"(?:khánh thành|khởi công|khai giảng|khai mạc|bế mạc|bế giảng|ra mắt|động thổ|kết nạp|bàn giao|khai trương|chào cờ|hưởng ứng"
    r"|tuyên thệ|dâng hương|tốt nghiệp|đón|mít tinh|giao|thông xe|tiếp nhận|gặp mặt|giao lưu|nghệ thuật)(?!\w)"
)


@cache
def _word_by_key() -> dict[str, HeadWord]:
    return {phrase_key(row.word): row for row in load_meeting_words().heads}


@cache
def _activity_by_key() -> dict[str, Activity]:
    return {phrase_key(row.word): row for row in load_meeting_words().activities}


@cache
def _nouns() -> re.Pattern[str]:
    return _any_of(_word_by_key())


@cache
def _activities() -> re.Pattern[str]:
    return _any_of(_activity_by_key())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?!\w)")
