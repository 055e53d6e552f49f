"""The words that campaign names go by, compiled from the parts of `rules/campaigns.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.rules import fill, load_rules
from extractors.reading import Reading

_BEHIND = re.compile(r"(\(\?<[!=][^()]*\))")


@cache
def part(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern over the match key, in which a space stands for any run of spaces."""
    parts = load_rules("campaigns").parts
    pieces = _BEHIND.split(fill(parts[name], parts))
    return re.compile("".join(p.replace(" ", r"\s" if p.startswith("(?<") else r"\s+") for p in pieces))


def standing(reading: Reading, name: str) -> Iterator[re.Match[str]]:
    """Where a part that has its first words told stands in an article, in order, each within a block."""
    return reading.block_matches(part(name), _first_words(name))


@cache
def _first_words(name: str) -> tuple[str, ...]:
    return tuple(load_rules("campaigns").parts[f"{name}_first"].split("|"))


@cache
def confidence(rule_id: str) -> float:
    """How sure a rule is, from the table."""
    return load_rules("campaigns")[rule_id].confidence


def squeezed(key: str) -> str:
    """A stretch of key with its spaces levelled, for patterns that only say yes or no."""
    return " ".join(key.split())
