"""Pages that answer with 200 and are none: captchas, refusals, and what says that there is nothing."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote, urlsplit

from corpus.rules import load_rules

_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,300})", re.IGNORECASE)
_LOOKED_AT = 16 * 1024
_SMALL = 20 * 1024


def false_page(body: bytes) -> str | None:
    """Why a page answered with 200 is none: it asks for a captcha, shuts us out, or says that there is nothing."""
    head = body[:_LOOKED_AT]
    title = _TITLE.search(head)
    heading = title[1].decode("utf-8", "replace") if title else ""
    if _family("wall.missing").search(heading):
        return "soft 404: the title says that there is no such page"
    told = heading + (head.decode("utf-8", "replace") if len(body) <= _SMALL else "")
    found = _family("wall.shut").search(told)
    return f"shut out: the page says {found[0].lower()!r}" if found else None


def is_front_page(url: str) -> bool:
    """Whether an address is a site's first page; a missing article that redirects there is a soft 404.

    >>> is_front_page("https://bao.example/trang-chu/"), is_front_page("https://bao.example/?tin=12")
    (True, False)
    """
    parts = urlsplit(url)
    return not parts.query and _family("wall.front").fullmatch(unquote(parts.path)) is not None


@cache
def _family(name: str) -> re.Pattern[str]:
    table = load_rules("walls")
    patterns = (table.compiled(rule.id).pattern for rule in table.family(name))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
