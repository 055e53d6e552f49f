"""Addresses that lead nowhere, however long one follows them."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from corpus.calendar import FIRST_YEAR

_DEEPEST_PATH = 12
_SAME_SEGMENT = 3
_MOST_PARAMETERS = 12
_DIGITS = re.compile(r"\d{1,20}")
_YEAR_AND_MONTH = re.compile(r"(?:^|/)(\d{4})[/-](?:0?[1-9]|1[0-2])(?=[/-]|$)")
_YEAR_NAMES = frozenset({"year", "y", "nam"})
_SESSION = re.compile(r"(?:^|[_.-])(?:php|j|asp|asp\.net_)?sess(?:ion)?_?id|^s(?:id|essid)$", re.IGNORECASE)


def trap_in(url: str, this_year: int) -> str | None:
    """The name of the trap that an address looks like, if any.

    >>> trap_in("https://bao.example/a/b/a/b/a/b/", 2026)
    'repeated path segments'
    >>> trap_in("https://bao.example/lich?ngay=2099-01-01", 2026)
    'calendar'
    >>> trap_in("https://bao.example/thi-dua/tin-post12.html", 2026) is None
    True
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    parameters = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    if len(segments) > _DEEPEST_PATH or max(Counter(segments).values(), default=0) >= _SAME_SEGMENT:
        return "repeated path segments"
    if len(parameters) > _MOST_PARAMETERS:
        return "too many parameters"
    if any(_SESSION.search(name) for name, _ in parameters):
        return "session id"
    dated = (parts.path, *(value for _, value in parameters))
    years = [int(found[1]) for text in dated for found in _YEAR_AND_MONTH.finditer(text)]
    years += [int(value) for name, value in parameters if name.lower() in _YEAR_NAMES and value.isdecimal()]
    return "calendar" if any(_is_far(year, this_year) for year in years) else None


def _is_far(year: int, this_year: int) -> bool:
    """Whether a number that stands like a year is one, and no news site has pages of it."""
    return 1000 <= year < FIRST_YEAR or this_year + 1 < year < 3000


def shape_of(url: str) -> str:
    """The address with every number made one: pages of one calendar or listing have the same shape.

    >>> shape_of("https://bao.example/lich/2026/11?trang=12")
    'https://bao.example/lich/0/0?trang=0'
    """
    return _DIGITS.sub("0", url)
