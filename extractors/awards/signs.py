"""The signs by which the grammar reads: the parts of `rules/awards.toml`, compiled."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules


@cache
def sign(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern over the match key; `KeyError` where the table has none."""
    parts = load_rules("awards").parts
    return re.compile(fill(parts[name], parts))


def last(name: str, text: str) -> re.Match[str] | None:
    """The last place in a text where a sign stands, or `None`."""
    found = None
    for match in sign(name).finditer(text):
        found = match
    return found
