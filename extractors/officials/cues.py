"""The words that tell what somebody does, by where they stand to the person (`rules/roles.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from corpus.rules import fill, load_rules

if TYPE_CHECKING:
    from extractors.model import OfficialRole

_LONGEST_HONORIFIC = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: its role, and the words that tell it."""

    id: str
    role: OfficialRole
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at `[start, end)` of the key."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a cue at `[start, end)` says of people (their indices)."""

    people: tuple[int, ...]
    cue: Cue
    start: int
    end: int


@cache
def cues(position: str, *ids: str) -> tuple[Cue, ...]:
    """The cues that stand at a position ("after", "before", …), of these the ones with these ids if any are named."""
    table = load_rules("roles")
    rules = (rule for rule in table.family(f"role.{position}") if not ids or rule.id in ids)
    return tuple(Cue(rule.id, cast("OfficialRole", rule.value), table.compiled(rule.id)) for rule in rules)


@cache
def words(pattern: str) -> re.Pattern[str]:
    """A pattern over the parts of the table: `{award}`, `{adverb}*`."""
    return re.compile(fill(pattern, load_rules("roles").parts))


def without_honorific(window: str) -> str:
    """The window without the honorific that ends it.

    >>> without_honorific("dự hội nghị có các đồng chí ")
    'dự hội nghị có '
    """
    called = words(r"\b{honorific}[\s:,]{0,3}$")
    return window[:-_LONGEST_HONORIFIC] + called.sub("", window[-_LONGEST_HONORIFIC:])
