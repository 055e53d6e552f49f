"""Nouns of the register where they stand in a text, each with the name it heads and the kind that name tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.meetings import Activity, HeadWord, load_meeting_words
from extractors.lexicon import first_words
from extractors.meetings.model import Bounds, Head
from extractors.meetings.names import name_end
from extractors.meetings.words import pattern
from extractors.model import MeetingKind
from extractors.reading import Reading
from extractors.text import phrase_key

_BEFORE = 28
_FIRST_WORDS = 20
_TELLING = {"seminar", "training", "congress", "session", "working_visit", "briefing"}
_NOT_LETTERS = re.compile(r"[\W_]*")


def heads_of(reading: Reading) -> Iterator[tuple[Head, Bounds]]:
    """The heads of an article, each with its sentence, in order and without overlap; "qua các hội nghị" is none."""
    past = 0
    for start in reading.starts_of(_first_words()):
        sentence = reading.sentence_at(start)
        noun = _nouns().match(reading.key, start, sentence[1]) if start >= past else None
        if noun:
            head = _head(reading, noun, sentence)
            past = head.end if head else noun.end()
            if head:
                yield head, sentence


def _head(reading: Reading, noun: re.Match[str], sentence: Bounds) -> Head | None:
    """The head that a noun of the register is, `None` where it is a generic mention or wants a topic and has none."""
    key, (begins, ends), (start, end) = reading.key, noun.span(), sentence
    if _is_generic(key, max(start, begins - _BEFORE), noun, end):
        return None
    word = _words()[noun[0]]
    bare = word.stands == "alone" and pattern(r" *{no_topic}(?!\w)").match(key, ends, end)
    past = ends if bare else name_end(reading, begins, ends, end)
    return Head(begins, ends, past, word, _kind(key, ends, past, word)) if _stands(key, ends, past, word) else None


def first_activity(key: str, start: int, end: int) -> tuple[int, MeetingKind] | None:
    """Where the first activity of a stretch of key stands, and its kind; `None` where there is none.

    >>> first_activity("tổng kết phong trào thi đua và phát động thi đua năm 2024", 0, 57)
    (0, 'review')
    """
    for match in _activities().finditer(key, start, end):
        activity = _activity_of()[match[0]]
        if not activity.only_after_head or _NOT_LETTERS.fullmatch(key, start, match.start()):
            return match.start(), activity.kind
    return None


def is_noun_at(key: str, at: int, end: int) -> bool:
    """Whether a noun of the register stands at `at`."""
    return bool(_nouns().match(key, at, end))


def _is_generic(key: str, start: int, match: re.Match[str], end: int) -> bool:
    before = pattern(r"(?<!\w){generic} $").search(key, start, match.start())
    return bool(before or pattern("{series}").match(key, match.end(), end))


def _kind(key: str, noun_end: int, end: int, word: HeadWord) -> MeetingKind | None:
    if word.kind in _TELLING:
        return word.kind
    if (
        pattern("{meets}").fullmatch(word.word)
        and pattern(r" {person}(?!\w)").match(key, noun_end)
        and not key.startswith(" các", noun_end)
    ):
        return "working_visit"
    told = first_activity(key, noun_end, end)
    return told[1] if told else word.kind if end > noun_end else None


def _stands(key: str, noun_end: int, end: int, word: HeadWord) -> bool:
    if word.stands == "alone" or end <= noun_end:
        return word.stands == "alone"
    topic = noun_end + 1
    return (
        word.stands == "named"
        or key.startswith('"', topic)
        or first_activity(key, noun_end, min(end, noun_end + _FIRST_WORDS)) is not None
        or bool(pattern(r"{ceremony}(?!\w)").match(key, topic, end))
    )


@cache
def _words() -> dict[str, HeadWord]:
    return {phrase_key(row.word): row for row in load_meeting_words().heads}


@cache
def _activity_of() -> dict[str, Activity]:
    return {phrase_key(row.word): row for row in load_meeting_words().activities}


@cache
def _first_words() -> frozenset[str]:
    return first_words(_words())


@cache
def _nouns() -> re.Pattern[str]:
    return _any_of(_words())


@cache
def _activities() -> re.Pattern[str]:
    return _any_of(_activity_of())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; syllables stand apart, so no look at the letter before (which is slow)."""
    return re.compile("(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?!\w)")
