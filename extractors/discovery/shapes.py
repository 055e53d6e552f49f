"""Which addresses look like an article: by the source's own pattern, else by the shapes that Vietnamese sites use."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

from corpus.rules import load_rules
from corpus.sources import Source
from extractors.discovery.addresses import canonical, web_parts
from extractors.discovery.model import ADDRESS_LIMIT


def is_article(url: str, source: Source | None = None) -> bool:
    """Whether an address looks like an article, of `source` where one is given.

    The shapes stand in `rules/addresses.toml`; those of the family `address.other` are never articles, whatever the
    source's pattern says.

    >>> is_article("https://bao.example/thoi-su/hoi-nghi-tong-ket-phong-trao-post12345.html")
    True
    >>> is_article("https://bao.example/thoi-su/")
    False
    """
    address = canonical(url)
    parts = web_parts(address)
    if parts is None or len(address) > ADDRESS_LIMIT or (source is not None and not source.covers(address)):
        return False
    place = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
    if _other().search(place):
        return False
    pattern = source.article_pattern if source is not None else None
    return bool((pattern or _article()).search(place))


@cache
def _article() -> re.Pattern[str]:
    return _any_of("address.article")


@cache
def _other() -> re.Pattern[str]:
    return _any_of("address.other")


def _any_of(family: str) -> re.Pattern[str]:
    table = load_rules("addresses")
    patterns = [table.compiled(rule.id).pattern for rule in table.family(family)]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
