"""Where the name of a meeting ends: at the end of its topic."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules
from extractors.reading import Reading

_LONGEST = 330
_QUOTED = 240
_PARTY_LIST = re.compile(r"(?:ủy|hđnd|ubnd|mttq[\w ]{0,24}),$")
_DOCUMENT = re.compile(r"(?:\d ?[/-] ?[a-zđ][\w/.-]*|(?<!\w)số [\w./-]+),? $")
_NUMBER = 30
_OPENING = ('"', "(")
_TRAILING = re.compile(r"(?:[\s,;:.\-\"(]|(?<!\w)(?:và|của|cho|trong|về|gồm|chính thức|long trọng|trọng thể)(?!\w))+$")


def name_bounds(reading: Reading, start: int, noun_end: int, limit: int) -> int:
    """The end of the name that begins at `start` with a noun ending at `noun_end`; `noun_end` where no topic follows."""
    key = reading.key
    limit = min(limit, start + _LONGEST)
    if start > 0 and key[start - 1] == '"' and (close := key.find('"', noun_end, limit)) > 0:
        return close
    at = noun_end
    if _part("no_topic").match(key, _skip(key, noun_end), limit):
        return noun_end
    while match := _marks().search(key, at, limit):
        past = _past(reading, match, limit) if match.start() > noun_end + 1 or match[0] in _OPENING else None
        if past is None:
            return _trimmed(key, noun_end, match.start())
        at = past
    return _trimmed(key, noun_end, limit)


def _past(reading: Reading, match: re.Match[str], limit: int) -> int | None:
    """Where to read on after a mark, or `None` where the name ends at it."""
    key, mark = reading.key, match[0]
    if mark == '"':
        return close + 1 if (close := key.find('"', match.end(), min(limit, match.end() + _QUOTED))) > 0 else None
    if mark == "(":
        close = key.find(")", match.end(), min(limit, match.end() + 60))
        return close + 1 if close > 0 and not _part("in_brackets").match(key, match.end(), limit) else None
    if mark == ",":
        return _past_comma(reading, match.end(), limit)
    if mark in ";:":
        return match.end() if _part("more_topic").match(key, _skip(key, match.end()), limit) else None
    if mark.startswith(("ngày", "hôm")):
        return match.end() if _DOCUMENT.search(key, max(0, match.start() - _NUMBER), match.start()) else None
    if mark == "do":
        return None if load_rules("meetings").compiled("meeting.by-host").match(key[match.start() : limit]) else match.end()
    return None


def _past_comma(reading: Reading, at: int, limit: int) -> int | None:
    here = _skip(reading.key, at)
    if here >= limit or _part("aside").match(reading.key, here, limit):
        return None
    first = reading.text[here]
    goes_on = first.islower() or reading.key[here] == '"' or _part("more_topic").match(reading.key, here, limit)
    in_list = reading.text[here : here + 4].isupper() and _PARTY_LIST.search(reading.key, max(0, at - 30), at)
    return here if goes_on or in_list else None


def _skip(key: str, at: int) -> int:
    while at < len(key) and key[at] == " ":
        at += 1
    return at


def _trimmed(key: str, noun_end: int, end: int) -> int:
    found = _TRAILING.search(key, noun_end, end)
    cut = found.start() if found else end
    if found and '"' in found[0] and key.count('"', noun_end, cut) % 2:
        cut += found[0].index('"') + 1
    return max(cut, noun_end)


@cache
def _marks() -> re.Pattern[str]:
    stop = fill("{name_stop}", load_rules("meetings").parts)
    return re.compile(rf'["(,;:]|(?<= )- (?=ảnh|nơi|đơn vị|sự kiện|cơ quan|một)|(?<!\w){stop}(?!\w)|[!?]|\n')


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile(fill("{" + name + "}", load_rules("meetings").parts) + r"(?!\w)")
