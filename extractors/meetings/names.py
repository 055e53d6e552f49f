"""Where the name of a meeting ends: at the end of its topic."""

from __future__ import annotations

import re

from extractors.meetings.words import pattern, rule_pattern
from extractors.reading import Reading

_LONGEST = 330
_QUOTED = 240
_BRACKETED = 60
_NUMBER = 30
_HEADING = 25
"""Characters that are all capitals in nothing but a heading."""
_LONGEST_TRAIL = 60
_OPENING = ('"', "(")
_MARKS = r'["(,;:]|(?<= )- (?={apposition})|(?<!\w){name_stop}(?!\w)|[!?]|\n'
_TRAILING = r"(?:[\s,;:.\-\"(]|(?<!\w){loose}(?!\w))+$"
_DOCUMENT = re.compile(r"(?:\d ?[/-] ?[a-zđ][\w/.-]*|(?<!\w)số [\w./-]+),? $")


def name_end(reading: Reading, start: int, noun_end: int, limit: int) -> int:
    """The end of the name that begins at `start` with a noun up to `noun_end`; `noun_end` where no topic follows."""
    key = reading.key
    limit = min(limit, start + _LONGEST)
    if start > 0 and key[start - 1] == '"' and (close := key.find('"', noun_end, limit)) > 0:
        return close
    at = noun_end
    while mark := pattern(_MARKS).search(key, at, limit):
        goes_on = mark.start() > noun_end + 1 or mark[0] in _OPENING or _tells_topic(key, start, mark, limit)
        past = _past(reading, mark, limit) if goes_on else None
        if past is None:
            return _trimmed(key, noun_end, mark.start())
        at = past
    return _trimmed(key, noun_end, limit)


def _tells_topic(key: str, start: int, mark: re.Match[str], limit: int) -> bool:
    """Whether a topic follows the mark right behind a noun: "buổi gặp mặt, tuyên dương …", "tổ chức hội nghị: “…”"."""
    at = _skip(key, mark.end())
    if mark[0] == ":":
        return key.startswith('"', at) and bool(pattern("{opens_quote} $").search(key, max(0, start - _NUMBER), start))
    return mark[0] == "," and bool(pattern(r"{more_topic}(?!\w)").match(key, at, limit))


def _past(reading: Reading, mark: re.Match[str], limit: int) -> int | None:
    """Where to read on after a mark, or `None` where the name ends at it."""
    key, at = reading.key, mark.end()
    match mark[0].split(" ")[0]:
        case '"':
            return _past_closing(key, '"', at, min(limit, at + _QUOTED))
        case "(":
            aside = pattern(r"{in_brackets}(?!\w)").match(key, at, limit)
            return None if aside else _past_closing(key, ")", at, min(limit, at + _BRACKETED))
        case ",":
            return _past_comma(reading, at, limit)
        case ":" if key.startswith('"', _skip(key, at)):
            return _skip(key, at)
        case ";" | ":":
            return at if pattern(r"{more_topic}(?!\w)").match(key, _skip(key, at), limit) else None
        case "ngày" | "hôm":
            return at if _DOCUMENT.search(key, max(0, mark.start() - _NUMBER), mark.start()) else None
        case "do":
            return None if rule_pattern("by-host").match(key[mark.start() : limit]) else at
    return None


def _past_closing(key: str, closing: str, at: int, limit: int) -> int | None:
    close = key.find(closing, at, limit)
    return close + 1 if close > 0 else None


def _past_comma(reading: Reading, at: int, limit: int) -> int | None:
    """What follows a comma belongs to the name where it goes on in the same letters, or lists the bodies of a party."""
    key, text = reading.key, reading.text
    here = _skip(key, at)
    if here >= limit or pattern(r"{aside}(?!\w)").match(key, here, limit):
        return None
    in_capitals = text[here].isupper() and text[max(0, at - _HEADING) : at].isupper()
    goes_on = (
        text[here].islower()
        or in_capitals
        or key[here] == '"'
        or pattern(r"{more_topic}(?!\w)").match(key, here, limit)
    )
    in_list = text[here : here + 4].isupper() and pattern("{body_of_list},$").search(key, max(0, at - _NUMBER), at)
    return here if goes_on or in_list else None


def _skip(key: str, at: int) -> int:
    while at < len(key) and key[at] == " ":
        at += 1
    return at


def _trimmed(key: str, noun_end: int, end: int) -> int:
    """The end without trailing marks and connectives; a closing quote stays with its opening one."""
    trailing = pattern(_TRAILING).search(key, max(noun_end, end - _LONGEST_TRAIL), end)
    cut = trailing.start() if trailing else end
    if trailing and '"' in trailing[0] and key.count('"', noun_end, cut) % 2:
        cut += trailing[0].index('"') + 1
    return max(cut, noun_end)
