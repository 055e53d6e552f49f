"""Addresses and pages that lead nowhere, however long one follows them."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import parse_qsl, unquote, urlsplit

_DEEPEST_PATH = 12
_SAME_SEGMENT = 3
_MOST_PARAMETERS = 12
_DIGITS = re.compile(r"\d{1,20}")
_YEAR_AND_MONTH = re.compile(r"(?:^|/)(\d{4})[/-](?:0?[1-9]|1[0-2])(?=[/-]|$)")
_YEAR_NAMES = frozenset({"year", "y", "nam"})
_FIRST_YEAR = 1990
_SESSION = re.compile(r"(?:^|[_.-])(?:php|j|asp|asp\.net_)?sess(?:ion)?_?id|^s(?:id|essid)$", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,300})", re.IGNORECASE)
_FRONT_PAGES = frozenset({"", "index.html", "index.php", "vi", "home", "trang-chu"})
_LOOKED_AT = 16 * 1024
_SMALL = 20 * 1024
_SHUT_OUT = re.compile(
    r"captcha|cf-challenge|challenge-platform|just a moment|attention required|access denied"
    r"|are you (?:a )?(?:human|robot)"
    r"|từ chối truy cập|xác minh (?:bạn|rằng bạn|không phải)|bạn không phải (?:là )?(?:người máy|robot)",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b404\b|not found|không tìm thấy (?:trang|nội dung|bài viết)|trang (?:này )?không tồn tại|bài viết không tồn tại",
    re.IGNORECASE,
)


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
    return 1000 <= year < _FIRST_YEAR or this_year + 1 < year < 3000


def shape_of(url: str) -> str:
    """The address with every number made one: pages of one calendar or listing have the same shape.

    >>> shape_of("https://bao.example/lich/2026/11?trang=12")
    'https://bao.example/lich/0/0?trang=0'
    """
    return _DIGITS.sub("0", url)


def false_page(body: bytes) -> str | None:
    """Why a page answered with 200 is none: it asks for a captcha, shuts us out, or says that there is nothing."""
    head = body[:_LOOKED_AT]
    title = _TITLE.search(head)
    heading = title[1].decode("utf-8", "replace") if title else ""
    if _NOT_FOUND.search(heading):
        return "soft 404: the title says that there is no such page"
    told = heading + (head.decode("utf-8", "replace") if len(body) <= _SMALL else "")
    found = _SHUT_OUT.search(told)
    return f"shut out: the page says {found[0].lower()!r}" if found else None


def is_front_page(url: str) -> bool:
    """Whether an address is a site's first page; a missing article that redirects there is a soft 404."""
    parts = urlsplit(url)
    return not parts.query and unquote(parts.path).strip("/").lower() in _FRONT_PAGES
