"""The words by which offices and people are told apart from what is none: the parts of `rules/officials.toml`."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules


@cache
def sign(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern; `KeyError` where the table has none."""
    parts = load_rules("officials").parts
    return re.compile(fill(parts[name], parts))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a part that is nothing but words.

    >>> word_list("about")
    ('Ban Chỉ đạo', 'Hội đồng', 'Ủy ban')
    """
    return tuple(load_rules("officials").parts[name].split("|"))
