"""Numbers as Vietnamese writes them: `2.091`, `13,56`, `06`, `hơn 5 nghìn`, `hai nghìn không trăm chín mươi mốt`.

A stop groups thousands and a comma begins decimals. Dates, legal numbers, ratios and times are not numbers here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from extractors.model import Qualifier

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9}
MOST_COUNTED = 999_999_999
"""More than there are people and honours; what is beyond counts neither."""
_TENS = {"mươi": 10, "chục": 10}
_LINKS = frozenset({"linh", "lẻ"})
_NUMERAL = frozenset({*DIGITS, *SCALES, *_TENS, *_LINKS, "mười", "trăm", "rưỡi"})
_STARTS = ("không trăm", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười")
_QUALIFIERS: dict[str, Qualifier] = {
    "hơn": "over", "trên": "over", "gần": "under", "ngót": "under", "non": "under",
    "khoảng": "about", "chừng": "about", "độ": "about", "xấp xỉ": "about", "ước": "about", "ước khoảng": "about",
}  # fmt: skip

_FIGURES = r"\d{1,3}(?:[. ]\d{3}){1,4}(?:,\d{1,6})?(?!\d)|\d{1,18}(?:,\d{1,6})?(?!\d)"
_WORDS = rf"(?:{'|'.join(_STARTS)})(?:[ ]+(?:{'|'.join(sorted(_NUMERAL, key=len, reverse=True))})){{0,24}}"
_NUMBER = re.compile(
    rf"(?<![\w/])(?<!\d[.,:\-])(?:(?P<qualifier>{'|'.join(sorted(_QUALIFIERS, key=len, reverse=True))})[ ]+)?"
    rf"(?P<number>(?P<figures>{_FIGURES})(?:[ ]+(?P<scale>{'|'.join(SCALES)})(?![\w]))?|(?P<words>{_WORDS}))"
    r"(?!\w)(?![.,:/\-]\d)(?!/[a-zđà-ỹ])(?!-[a-zđ]{2})"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)` of a key; the qualifier word before it lies inside.

    `number_start` is where the figures or words themselves begin.
    """

    start: int
    number_start: int
    end: int
    value: int | Fraction
    qualifier: Qualifier = "exact"

    @property
    def count(self) -> int | None:
        """The value as a whole number, or `None` for a fraction or a number too great, which count nothing."""
        return int(self.value) if self.value.denominator == 1 and self.value <= MOST_COUNTED else None


def numbers_in(key: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of a stretch of match key from left to right.

    >>> [(int(n.value), n.qualifier) for n in numbers_in("có 2.091 tập thể, hơn 5 nghìn người và gần ba mươi lăm hộ")]
    [(2091, 'exact'), (5000, 'over'), (35, 'under')]
    >>> list(numbers_in("quyết định 587/qđ-ttg ngày 3.10, đạt 4/10, lúc 9h30"))
    []
    """
    for match in _NUMBER.finditer(key, start, len(key) if end is None else end):
        value = _value(match)
        if value is not None:
            yield Number(
                match.start(),
                match.start("number"),
                match.end(),
                value,
                _QUALIFIERS.get(match["qualifier"] or "", "exact"),
            )


def _value(match: re.Match[str]) -> int | Fraction | None:
    if match["words"]:
        return _of_words(match["words"].split())
    figures = match["figures"].replace(".", "").replace(" ", "")
    scale = SCALES.get(match["scale"] or "", 1)
    return _whole(Fraction(figures.replace(",", ".")) * scale) if "," in figures else int(figures) * scale


def _whole(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


def _of_words(words: list[str]) -> int | Fraction | None:
    total = 0
    below = 10**12
    group: list[str] = []
    for i, word in enumerate(words):
        if word == "rưỡi":
            return _whole(total + _half(group, words[i - 1])) if i == len(words) - 1 else None
        if word not in SCALES:
            group.append(word)
            continue
        scale = SCALES[word]
        amount = _below_thousand(group)
        if amount is None or scale >= below:
            return None
        total, below, group = total + amount * scale, scale, []
        if words[i + 1 : i + 2] == ["rưỡi"]:
            return total + scale // 2 if i + 2 == len(words) else None
    if not group:
        return total
    last = _below_thousand(group)
    return None if last is None else total + last


def _half(group: list[str], before: str) -> Fraction:
    whole = _below_thousand(group) or 0
    return Fraction(whole) + Fraction({"trăm": 100, "chục": 10}.get(before, 1), 2)


def _below_thousand(words: list[str]) -> int | None:
    hundreds = 0
    rest = words
    if len(words) > 1 and words[1] == "trăm" and words[0] in DIGITS:
        hundreds, rest = DIGITS[words[0]] * 100, words[2:]
    if rest and rest[0] in _LINKS:
        rest = rest[1:]
        return hundreds + DIGITS[rest[0]] if len(rest) == 1 and rest[0] in DIGITS else None
    below = _below_hundred(rest)
    return None if below is None else hundreds + below


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case []:
            return 0
        case [one] if one in DIGITS:
            return DIGITS[one]
        case ["mười"]:
            return 10
        case ["mười", one] if one in DIGITS:
            return 10 + DIGITS[one]
        case [tens, unit] if tens in DIGITS and unit in _TENS:
            return DIGITS[tens] * 10
        case [tens, "mươi", one] if tens in DIGITS and one in DIGITS:
            return DIGITS[tens] * 10 + DIGITS[one]
    return None
