"""Finds percentages of the awards themselves: "khen đột xuất chiếm 6,3%", not those of the economy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.rules import fill, load_rules
from extractors.model import Share
from extractors.reading import Reading

MAX_BEFORE = 320
MAX_AFTER = 80
WHOLE = 100
MAX_LISTED = 70
MAX_TARGET = 110
_SIGNS = ("%", "phần trăm")
_PERCENT = re.compile(r"(?<![\w.,/])(\d{1,3}(?:[.,]\d{1,3})?)\s{0,2}(?:%|phần trăm)(?!\s?điểm)")
_CLAUSE = re.compile(r"[;.:](?=\s)|\n")
_TAIL = re.compile(r"[,;.:()\n]")
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|cao hơn|thấp hơn)(?!\w)[^,;]{0,30}$")
_LEADING = re.compile(r"[\s,.;:\"()…]*(?:(?:trong đó|kết quả|riêng|và|còn|cụ thể|trong số|tỷ lệ)(?!\w)[\s,:]*){0,4}")
_TRAILING = re.compile(
    r"[\s,:]*(?:chỉ |mới |đã |cũng )*(?:chiếm|đạt|là|bằng)?(?:\s+(?:chỉ|tới|tỷ lệ|trên|hơn|gần|khoảng|đến))*[\s,:(]*$"
)


@dataclass(frozen=True, slots=True)
class _Words:
    award: re.Pattern[str]
    silent: re.Pattern[str]
    weighs: re.Pattern[str]
    kind: re.Pattern[str]
    other: re.Pattern[str]
    target: re.Pattern[str]
    base: re.Pattern[str]


@cache
def _words() -> _Words:
    parts = load_rules("shares").parts
    names = ("award", "silent", "weighs", "kind", "other", "target", "base")
    return _Words(*(re.compile(rf"(?<!\w){fill(parts[name], parts)}(?!\w)") for name in names))


def find_shares(reading: Reading) -> tuple[Share, ...]:
    """The percentages of awards in an article, each told once, in order; rises, falls and targets are none."""
    if not any(sign in reading.key for sign in _SIGNS):
        return ()
    found: dict[tuple[float, str], Share] = {}
    for start, end in reading.sentences:
        if any(reading.key.find(sign, start, end) >= 0 for sign in _SIGNS):
            for share in _shares_in(reading, start, end):
                found.setdefault((share.percent, share.of.casefold()), share)
    return tuple(found.values())


def _shares_in(reading: Reading, start: int, end: int) -> Iterator[Share]:
    since, listed = start, False
    for match in _PERCENT.finditer(reading.key, start, end):
        since = max(since, match.start() - MAX_BEFORE)
        for clause in _CLAUSE.finditer(reading.key, since, match.start()):
            since, listed = clause.end(), listed and clause[0] == ";"
        before = _words().silent.sub(_blank, reading.key[since : match.start()])
        rule = _rule(before, _after(reading.key, match.end(), end), listed=listed)
        if rule and (share := _share(reading, since, match, rule)).percent <= WHOLE:
            yield share
        listed = rule is not None or (listed and _CHANGE.search(before) is not None)
        since = match.end()


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _after(text: str, start: int, end: int) -> str:
    tail = _TAIL.search(text, start, min(end, start + MAX_AFTER))
    return text[start : tail.start() if tail else min(end, start + MAX_AFTER)]


def _rule(before: str, after: str, *, listed: bool) -> str | None:
    """The rule by which a percentage is one of awards, from the words before and behind it."""
    words = _words()
    told = before[max(before.rfind("tỷ lệ"), 0) :]
    if _CHANGE.search(before) or words.target.search(before[-MAX_TARGET:]) or words.other.search(told[-60:]):
        return None
    if listed and (words.award.search(told) or (len(told) < MAX_LISTED and words.kind.search(told))):
        return "share.listed"
    if words.award.search(told):
        return "share.of" if words.weighs.search(told) else None
    base = words.base.search(before)
    if base and words.award.search(base[0]) and words.weighs.search(told) and words.kind.search(told):
        return "share.base"
    return "share.among" if words.award.search(after) and not words.other.search(after) else None


def _share(reading: Reading, start: int, match: re.Match[str], rule: str) -> Share:
    start = max(start, reading.key.rfind("tỷ lệ", start, match.start()))
    lead = _LEADING.match(reading.key, start, match.start())
    start = lead.end() if lead else start
    of = _TRAILING.sub("", reading.text[start : match.start()]).strip()
    end = match.end()
    if rule == "share.among":
        after = _after(reading.text, match.end(), len(reading.text)).rstrip()
        of, end = f"{of} {after.strip()}".strip(), match.end() + len(after)
    return Share(
        span=reading.span(min(start, match.start()), end),
        percent=float(match[1].replace(",", ".")),
        of=of,
        rule=rule,
        confidence=load_rules("shares")[rule].confidence,
    )
