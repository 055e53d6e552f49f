"""Finds every date of an article: its form by the rule table, its role by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from corpus.rules import load_rules
from extractors.dates.model import DateMention, MentionRole, PartialDate
from extractors.reading import Reading

# A digit that may be a day's or a month's; "2.091" is none, and to begin with the digit is what makes it quick.
_SPOT = re.compile(r"[0-9](?:\s?[/.\-]\s?\d(?!\d\d(?!\d))|(?<=tháng\d)|(?<=tháng\s\d))")
_AROUND = 60
_BEFORE = 110
_HEADER = 90
_SHIFTS = {"nay": 0, "qua": -1, "mai": 1}
_POINTING = {
    "date.relative": ("sáng", "trưa", "chiều", "tối", "đêm", "hôm", "ngày"),
    "date.vague": ("vừa", "mới", "gần"),
}
"""The forms without a number, which stand last in the table, and the words they begin with."""
_ADJOINS = re.compile(
    r"[ ,(-]{0,3}(?:(?:vào )?(?:lúc |hồi )?\d{1,2} ?(?:h|g|giờ)(?: ?\d{1,2})?(?: ?phút)?)?[ ,(-]{0,3}(?:ngày )?\(?"
)
"""What may stand between "sáng nay" and the date that says which morning: brackets, and the hour."""
_GAP = 36
_LONGEST_RANGE = 62
Form = tuple[re.Match[str], str]
"""A match and the form that made it."""
_ROLES: tuple[MentionRole, ...] = ("event", "decision", "anniversary", "bound")


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """All dates of the article, in order, without overlap."""
    found: list[DateMention] = []
    pointing = _pointing_by_block(reading)
    for block in reading.article.blocks:
        mentions = _dates(reading.key, block.start, block.end, pointing.get(block.start, ()))
        if mentions and _is_header(reading.key, block.start, block.end):
            mentions = tuple(replace(m, role="header") for m in mentions)
        found += mentions
    return tuple(found)


def _dates(key: str, start: int, end: int, pointing: Iterable[Form]) -> tuple[DateMention, ...]:
    """The dates of a stretch in which the words that point to a day have been found; a form goes before a later one."""
    forms = [*_of_numbers(key, start, end), *pointing]
    free = bytearray(b"\1") * (end - start if forms else 0)
    found: list[DateMention] = []
    for match, rule_id in forms:
        mention = _read(match, rule_id)
        if mention and free.find(0, mention.start - start, mention.end - start) < 0:
            free[mention.start - start : mention.end - start] = bytes(mention.end - mention.start)
            found.append(mention)
    found.sort(key=lambda m: m.start)
    return tuple(_with_role(key, start, mention) for mention in _told_once(key, found))


def _pointing_by_block(reading: Reading) -> dict[int, list[Form]]:
    """The words that point to a day ("sáng nay", "vừa qua"), by the block in which they stand."""
    by_block: dict[int, list[Form]] = {}
    for rule_id, firsts in _POINTING.items():
        for match in reading.block_matches(_forms()[rule_id], firsts):
            by_block.setdefault(reading.block_at(match.start()).start, []).append((match, rule_id))
    return by_block


def _of_numbers(key: str, start: int, end: int) -> Iterator[Form]:
    """What the forms made of numbers match, in their order; they are only tried around numbers."""
    spots = list(_windows(key, start, end))
    for rule_id, pattern in _forms().items() if spots else ():
        for first, last in spots if rule_id not in _POINTING else ():
            for match in pattern.finditer(key, first, last):
                yield match, rule_id


def _windows(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around numbers that may be dates, each ending at a space, in order and apart."""
    first = last = start
    for spot in _SPOT.finditer(key, start, end):
        begins = max(start, spot.start() - _AROUND)
        space = key.find(" ", min(end, spot.end() + _AROUND), end)
        if begins > last:
            if last > first:
                yield first, last
            first = begins
        last = max(last, end if space < 0 else space)
    if last > first:
        yield first, last


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    table = load_rules("dates")
    return {rule.id: table.compiled(rule.id) for rule in table.family("date")}


@cache
def _role_pattern(role: MentionRole) -> re.Pattern[str]:
    return load_rules("dates").compiled(f"role.{role}")


def _is_header(key: str, start: int, end: int) -> bool:
    return end - start <= _HEADER and bool(_role_pattern("header").search(key[start:end]))


def _read(match: re.Match[str], rule_id: str) -> DateMention | None:
    parts = match.groupdict()
    if "relative" in parts:
        return DateMention(match.start(), match.end(), None, rule_id, shift=_SHIFTS[parts["relative"]])
    if "month" not in parts:
        return DateMention(match.start(), match.end(), None, rule_id)
    start = match.start("day") if "day" in parts else match.start()
    end = match.end() - match[0].endswith(")")
    first = PartialDate(_number(parts.get("day")), int(parts["month"]), _year(parts))
    if not first.possible:
        return None
    mention = DateMention(start, end, first, rule_id)
    return _range(mention, first, parts) if parts.get("day2") else mention


def _range(mention: DateMention, first: PartialDate, parts: dict[str, str | None]) -> DateMention | None:
    """The range that opens with `first`: what is given once holds for both ends; "29 đến 1/10" begins in September."""
    year = _number(parts.get("year2")) or first.year
    last = PartialDate(_number(parts["day2"]), _number(parts.get("month2")) or first.month, year)
    if parts.get("month2") is None and (first.day or 0) >= (last.day or 0):
        first = (
            PartialDate(first.day, 12, year and year - 1) if first.month == 1 else replace(first, month=first.month - 1)
        )
    elif first.year is None:
        first = replace(first, year=year)
    if not (first.possible and last.possible):
        return None
    ranged = replace(mention, first=first, last=last)
    if first.year and last.year and first.year != last.year and (first.day, first.month) == (last.day, last.month):
        return replace(ranged, role="anniversary")
    return ranged if _is_short(first, last) else replace(ranged, role="bound")


def _is_short(first: PartialDate, last: PartialDate) -> bool:
    leap = 2000
    begins, ends = first.in_year(first.year or leap), last.in_year(last.year or leap)
    return begins is not None and ends is not None and 0 < (ends - begins).days <= _LONGEST_RANGE


def _year(parts: dict[str, str | None]) -> int | None:
    short = parts.get("short_year")
    return 2000 + int(short) if short else _number(parts.get("year"))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _told_once(key: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Leave out "sáng nay" where the date itself follows it ("sáng nay (11/6)")."""
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if not (mention.shift is not None and following and following.first and _adjoin(key, mention, following)):
            yield mention


def _adjoin(key: str, mention: DateMention, following: DateMention) -> bool:
    return following.start - mention.end <= _GAP and bool(_ADJOINS.fullmatch(key, mention.end, following.start))


def _with_role(key: str, start: int, mention: DateMention) -> DateMention:
    if mention.role != "event" or mention.first is None:
        return mention
    before = key[max(start, mention.start - _BEFORE) : mention.start]
    for role in _ROLES if mention.last is None else _ROLES[:-1]:
        if _role_pattern(role).search(before):
            return replace(mention, role=role)
    return mention
