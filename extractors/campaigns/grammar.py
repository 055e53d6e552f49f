"""The words that campaign names go by, compiled from the parts of `rules/campaigns.toml`."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules


@cache
def part(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern over the match key."""
    parts = load_rules("campaigns").parts
    return re.compile(fill(parts[name], parts))


@cache
def confidence(rule_id: str) -> float:
    """How sure a rule is, from the table."""
    return load_rules("campaigns")[rule_id].confidence


def squeezed(key: str) -> str:
    """A stretch of key with its spaces levelled, for patterns that only say yes or no."""
    return " ".join(key.split())
