"""The officials of an article: people with an office, and what they did."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.model import Official, RoleClaim, Span
from extractors.officials.people import Person, find_people
from extractors.officials.references import find_references
from extractors.officials.roles import claim_roles
from extractors.reading import Reading


def find_officials(reading: Reading) -> tuple[Official, ...]:
    """The officials in order of first mention, each with offices and roles."""
    people = find_people(reading)
    references = find_references(reading, people)
    given: dict[int, list[Span]] = {}
    for one in references:
        if one.named is not None:
            given.setdefault(one.person, []).append(reading.span(one.named, one.end))
    roles = claim_roles(reading, people, references)
    return tuple(_official(person, roles[i], given.get(i, ())) for i, person in enumerate(people))


def _official(person: Person, roles: tuple[RoleClaim, ...], given: Iterable[Span]) -> Official:
    return Official(
        span=person.mentions[0].span,
        name=person.name,
        titles=person.titles,
        rule=person.rule,
        confidence=person.confidence,
        roles=roles,
        aliases=person.aliases,
        mentions=tuple(sorted({*(mention.span for mention in person.mentions), *given}, key=lambda span: span.start)),
        on_behalf_of=person.on_behalf_of,
    )
