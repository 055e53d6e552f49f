"""What on a page is not the article: the furniture rules, asked line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.rules import load_rules

_LONGEST_LINE_CHARS = 700


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule knew a line as; `name` is the author where the rule reads a byline."""

    rule: str
    name: tuple[int, int] | None = None


def known(family: str, words: str) -> Known | None:
    """The first rule of a family (`line`, `head`, `list`, `end`, `byline`, `caption`, `text`) that fits the whole line.

    `words` is the line's match key, or the line itself for the family `text`.

    >>> known("line", "skip to main content")
    Known(rule='furniture.line.skip', name=None)
    >>> known("line", "dự hội nghị có 40 đại biểu") is None
    True
    """
    if len(words) > _LONGEST_LINE_CHARS:
        return None
    for rule, pattern in _patterns(family):
        found = pattern.fullmatch(words)
        if found:
            return Known(rule, found.span("name") if "name" in pattern.groupindex else None)
    return None


@cache
def _patterns(family: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_rules("furniture")
    rules = table.family(f"furniture.{family}")
    return tuple((rule.id, table.compiled(rule.id)) for rule in rules if rule.pattern is not None)
