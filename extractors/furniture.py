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
    """The first rule of a family that fits the whole line; the table tells what the families are for.

    `words` is the line's match key, or the line itself for the families `text` and `trail`.

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
            named = "name" in pattern.groupindex and found["name"] is not None
            return Known(rule, found.span("name") if named else None)
    return None


@cache
def _patterns(family: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_rules("furniture")
    name = f"furniture.{family}"
    rules = [rule for rule in table.rules if rule.id == name or rule.id.startswith(name + ".")]
    return tuple((rule.id, table.compiled(rule.id)) for rule in rules if rule.pattern is not None)
