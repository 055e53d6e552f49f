"""The people whom an article names with an office: one person for all the ways and places of naming."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.rules import load_rules
from extractors.model import Span, Title
from extractors.officials.gather import Gathered, gather
from extractors.officials.titles import distinct
from extractors.reading import Reading


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One naming of a person: the name, and the whole phrase with honorific, rank and offices around it."""

    span: Span
    start: int
    end: int
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person with the offices that the article gives; `aliases` are other spellings of the name."""

    name: str
    titles: tuple[Title, ...]
    mentions: tuple[PersonMention, ...]
    aliases: tuple[str, ...]
    rule: str
    confidence: float
    on_behalf_of: str | None = None


def find_people(reading: Reading) -> tuple[Person, ...]:
    """The people with an office, in order of first mention."""
    people = [_person(reading, one) for one in gather(reading)]
    return tuple(sorted(people, key=lambda person: person.mentions[0].span.start))


def _person(reading: Reading, one: Gathered) -> Person:
    mentions = sorted(one.mentions, key=lambda mention: mention.start)
    rule = one.rules[0]
    return Person(
        name=one.name,
        titles=distinct(title for mention in mentions for title in mention.titles),
        mentions=tuple(
            PersonMention(reading.span(m.start, m.end), m.phrase_start, m.phrase_end, m.titles) for m in mentions
        ),
        aliases=tuple(dict.fromkeys(alias for alias in one.aliases if alias != one.name)),
        rule=rule,
        confidence=load_rules("officials")[rule].confidence,
        on_behalf_of=one.behalf,
    )
