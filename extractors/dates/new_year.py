"""The year of a Tết that a text wishes a happy one for, by its number or by its name in the cycle of sixty."""

from __future__ import annotations

import re

from extractors.dates.model import PartialDate

_STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
"""Heavenly stems, by the last digit of the year."""
_BRANCHES = ("thân", "dậu", "tuất", "hợi", "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi")
"""Earthly branches, by the remainder of the year divided by twelve."""
_SPELLED = {"tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_CYCLE = range(1990, 2050)
_NAMED = re.compile(
    rf"(?:xuân|tết|nguyên đán|cổ truyền) (?:năm )?({'|'.join(_STEMS)}) ({'|'.join([*_BRANCHES, *_SPELLED])})(?!\w)"
)
_NUMBERED = re.compile(r"(?:xuân|tết)(?: [\w]{1,8}){0,5},? ?-? ?((?:19|20)\d\d)(?!\d)")
_SPRING_OVER = 4


def year_of_new_year(key: str, day: PartialDate) -> int | None:
    """The year whose Tết the text speaks of, for a day in the months around it.

    >>> year_of_new_year("gặp mặt mừng xuân kỷ hợi", PartialDate(12, 2))
    2019
    """
    told = {int(year) for year in _NUMBERED.findall(key)}
    told |= {year for stem, branch in _NAMED.findall(key) for year in _years_named(stem, branch)}
    return told.pop() if len(told) == 1 and day.month < _SPRING_OVER else None


def _years_named(stem: str, branch: str) -> list[int]:
    """The year of that name, of the sixty in which the web has been; none for a pair that the cycle does not have."""
    name = (stem, _SPELLED.get(branch, branch))
    return [year for year in _CYCLE if (_STEMS[year % 10], _BRANCHES[year % 12]) == name]
