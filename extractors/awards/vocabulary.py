"""All phrases of the registers in one lexicon, each with what it can be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from corpus.awards import Deed, Grantor, Honour, Level, Unit, load_awards, load_grantors
from extractors.lexicon import Lexicon, first_pairs
from extractors.text import phrase_key

_UNKNOWN = "danh hiệu"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the registers can be."""

    honour: Honour | None = None
    counter: Unit | None = None
    grantor: Grantor | None = None
    scope: Level | None = None
    deed: Deed | None = None


@cache
def vocabulary() -> Lexicon[Meaning]:
    """The lexicon; one phrase may be a counter, an authority and a scope at once ("tỉnh")."""
    meanings: dict[str, Meaning] = {}
    awards, grantors = load_awards(), load_grantors()

    def add(phrases: tuple[str, ...], **what: object) -> None:
        for phrase in phrases:
            key = phrase_key(phrase)
            meanings[key] = replace(meanings.get(key, Meaning()), **what)  # type: ignore[arg-type]

    for honour in awards.honours:
        if _UNKNOWN not in honour.names:
            add(honour.names, honour=honour)
    for counter in awards.counters:
        add(counter.nouns, counter=counter.unit)
    for word in awards.words:
        add(word.forms, deed=word.does)
    for grantor in grantors.grantors:
        add(grantor.heads, grantor=grantor)
    for scope in grantors.scopes:
        add(scope.words, scope=scope.level)
    return Lexicon(meanings.items(), between=r"[\s,\-.&\"/]{0,4}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Phrases of which one must stand in a sentence, and the words that they begin with, each with those after it."""

    pattern: re.Pattern[str]
    openings: dict[str, frozenset[str]]


@cache
def triggers() -> tuple[Trigger, Trigger]:
    """What a sentence about honours must hold: part of an honour's name, or, with a number, a word of praise."""
    awards = load_awards()
    names = {phrase_key(name) for honour in awards.honours for name in honour.names}
    praise = {phrase_key(form) for word in awards.words if word.does in {"commend", "recall"} for form in word.forms}
    return _trigger(names - {_UNKNOWN}), _trigger({*praise, _UNKNOWN})


def _trigger(phrases: set[str]) -> Trigger:
    """The trigger of those of the phrases that hold none of the others."""
    shortest: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (len(phrase), phrase)):
        if not any(f" {other} " in f" {phrase} " for other in shortest):
            shortest.append(phrase)
    pattern = re.compile(f"(?:{'|'.join(map(re.escape, shortest))})(?!\\w)")
    return Trigger(pattern, first_pairs(shortest))


@cache
def units() -> dict[str, Unit]:
    """What each noun of the register counts."""
    return {phrase_key(noun): counter.unit for counter in load_awards().counters for noun in counter.nouns}


@cache
def unknown_title() -> Honour:
    """The honour that stands for a title in quotes that the register does not know."""
    return next(honour for honour in load_awards().honours if _UNKNOWN in honour.names)
