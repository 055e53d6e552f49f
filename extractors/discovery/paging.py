"""The next pages of a listing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from corpus.sources import Source
from extractors.discovery.addresses import web_parts
from extractors.discovery.model import Anchor
from extractors.text import phrase_key

_AHEAD = 3
_LAST_PAGE = 10_000
_QUERY_NUMBER = re.compile(
    r"(?:page|p|pg|trang|paged|pageindex|pageno|page_?num(?:ber)?|curpage|cp|start|limitstart|offset"
    r"|(?:_[^=]{1,120}_)?(?:cur|delta_start))=(\d{1,5})",
    re.IGNORECASE,
)
_PATH_NUMBER = re.compile(r"(?:/(?:page|trang|p)[/-]?|-(?:page|trang|p)-?)(\d{1,5})$", re.IGNORECASE)
_ENDING = re.compile(r"(?:/|\.html?|/index\.php)$", re.IGNORECASE)
_CALENDAR = re.compile(r"[?&](?:[a-z_]{0,20}_)?(?:month|year|date|day|week|thang|nam|ngay)=|/(?:calendar|lich)[/?-]")
_NOT_A_WORD = re.compile(r"[^\w ]")
_NEXT_SIGNS = frozenset((">", ">>", "›", "»", "→"))
_NEXT_WORDS = frozenset((
    "trang sau", "trang tiếp", "trang tiếp theo", "trang kế", "trang kế tiếp", "tiếp theo", "tiếp", "kế tiếp", "sau",
    "next", "next page", "older posts", "bài cũ hơn", "tin cũ hơn", "các tin cũ hơn",
))  # fmt: skip


def next_pages(here: str, anchors: Iterable[Anchor], source: Source | None) -> tuple[str, ...]:
    """The further pages of the listing `here` that anchors lead to, at most three, nearest first.

    A page is further where its address is that of the listing with a higher page number, where the source's
    `listing_next` says so, or where the link is called so. Calendars have no next page: theirs never end.
    """
    if web_parts(here) is None:
        return ()
    trunk, at = _numbered(here)
    numbers: dict[str, int] = {}
    for anchor in anchors:
        its_trunk, number = _numbered(anchor.url)
        if _CALENDAR.search(anchor.url):
            continue
        if number is not None and its_trunk == trunk:
            if (at or 1) < number <= _LAST_PAGE:
                numbers[anchor.url] = number
        elif _is_declared(anchor.url, source) or _is_called_next(anchor):
            numbers.setdefault(anchor.url, _LAST_PAGE)
    return tuple(sorted(numbers, key=lambda url: numbers[url])[:_AHEAD])


def _numbered(url: str) -> tuple[str, int | None]:
    """A listing's address without its page number, and that number if it has one.

    >>> _numbered("https://bao.example/thi-dua/?page=3") == _numbered("https://bao.example/thi-dua/page/3")
    True
    """
    parts = urlsplit(url)
    path = _ENDING.sub("", parts.path)
    pairs = parts.query.split("&") if parts.query else []
    number = next((int(found[1]) for pair in pairs if (found := _QUERY_NUMBER.fullmatch(pair))), None)
    in_path = _PATH_NUMBER.search(path)
    if number is None and in_path:
        number, path = int(in_path[1]), path[: in_path.start()]
    others = "&".join(pair for pair in pairs if not _QUERY_NUMBER.fullmatch(pair))
    return f"{parts.netloc}{path}?{others}", number


def _is_declared(url: str, source: Source | None) -> bool:
    pattern = source.listing_next if source else None
    parts = urlsplit(url)
    return bool(pattern and pattern.search(parts.path + (f"?{parts.query}" if parts.query else "")))


def _is_called_next(anchor: Anchor) -> bool:
    called = _NOT_A_WORD.sub("", phrase_key(anchor.label)).strip()
    return anchor.is_next or called in _NEXT_WORDS or anchor.label.strip() in _NEXT_SIGNS
