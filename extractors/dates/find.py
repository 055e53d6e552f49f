"""Finds every date of an article: its form by the rule table, its role by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corpus.rules import load_rules
from extractors.dates.model import DateMention, MentionRole, PartialDate
from extractors.reading import Reading

_BEFORE = 110
_HEADER = 90
_SHIFTS = {"nay": 0, "qua": -1, "mai": 1}
_LONGEST_RANGE = 62
_ROLES: tuple[MentionRole, ...] = ("decision", "anniversary", "bound")


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """All dates of the article, in order, without overlap."""
    found: list[DateMention] = []
    for block in reading.article.blocks:
        header = block.end - block.start <= _HEADER and _role_pattern("header").search(reading.key[block.start : block.end])
        for mention in dates_in(reading.key, block.start, block.end):
            found.append(replace(mention, role="header", role_rule="role.header") if header else mention)
    return tuple(found)


def dates_in(key: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The dates of a stretch of match key, with roles as far as the stretch itself tells them.

    >>> [(m.first, m.role) for m in dates_in("ngày 20/2/2024, theo chỉ thị số 3/ct ngày 1/2/2023")]
    [(PartialDate(day=20, month=2, year=2024), 'event'), (PartialDate(day=1, month=2, year=2023), 'decision')]
    """
    end = len(key) if end is None else end
    taken: list[DateMention] = []
    for rule_id, pattern in _forms():
        for match in pattern.finditer(key, start, end):
            mention = _read(match, rule_id)
            if mention and not any(m.start < mention.end and mention.start < m.end for m in taken):
                taken.append(mention)
    taken.sort(key=lambda m: m.start)
    return tuple(_with_role(key, start, mention) for mention in _merged(key, taken))


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_rules("dates")
    return tuple((rule.id, table.compiled(rule.id)) for rule in table.family("date"))


@cache
def _role_pattern(role: MentionRole) -> re.Pattern[str]:
    return load_rules("dates").compiled(f"role.{role}")


def _read(match: re.Match[str], rule_id: str) -> DateMention | None:
    parts = match.groupdict()
    if "relative" in parts:
        return DateMention(match.start(), match.end(), None, rule_id, shift=_SHIFTS[parts["relative"]])
    if "month" not in parts:
        return DateMention(match.start(), match.end(), None, rule_id)
    start = match.start("day") if "day" in parts else match.start()
    end = match.end() - match[0].endswith(")") if "(" in match[0] else match.end()
    first = PartialDate(_number(parts.get("day")), int(parts["month"]), _year(parts))
    if not first.possible:
        return None
    if parts.get("day2") is None:
        return DateMention(start, end, first, rule_id)
    return _range(DateMention(start, end, first, rule_id), parts)


def _range(mention: DateMention, parts: dict[str, str | None]) -> DateMention | None:
    first = mention.first
    if first is None or first.day is None:
        return None
    year = _number(parts.get("year2")) or first.year
    month = _number(parts.get("month2")) or first.month
    last = PartialDate(_number(parts["day2"]), month, year)
    if parts.get("month2") is None and last.day is not None and first.day >= last.day:
        first = PartialDate(first.day, 12 if month == 1 else month - 1, year and year - (month == 1))
    elif parts.get("year") is None:
        first = PartialDate(first.day, first.month, year)
    if not (first.possible and last.possible):
        return None
    if first.year and last.year and first.year != last.year and (first.day, first.month) == (last.day, last.month):
        return replace(mention, last=last, role="anniversary", role_rule="date.pair")
    ranged = replace(mention, first=first, last=last)
    return ranged if _is_short(first, last) else replace(ranged, role="bound", role_rule=mention.rule)


def _is_short(first: PartialDate, last: PartialDate) -> bool:
    begins, ends = first.in_year(_some_year(first)), last.in_year(_some_year(last))
    return begins is not None and ends is not None and 0 < (ends - begins).days <= _LONGEST_RANGE


def _some_year(day: PartialDate) -> int:
    return day.year or 2000


def _year(parts: dict[str, str | None]) -> int | None:
    short = parts.get("short_year")
    return 2000 + int(short) if short else _number(parts.get("year"))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _merged(key: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Leave out `sáng nay` where the date itself follows it (`sáng nay (11/6)`)."""
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        pointing = mention.first is None and mention.shift is not None
        if pointing and following and following.first and not key[mention.end : following.start].strip(" ,(-ngày"):
            continue
        yield mention


def _with_role(key: str, start: int, mention: DateMention) -> DateMention:
    if mention.role != "event" or mention.first is None:
        return mention
    before = key[max(start, mention.start - _BEFORE) : mention.start]
    for role in _ROLES if mention.last is None else _ROLES[:2]:
        if _role_pattern(role).search(before):
            return replace(mention, role=role, role_rule=f"role.{role}")
    return mention
