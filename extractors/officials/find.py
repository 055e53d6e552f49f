"""The officials of an article: people with an office, and what they did."""

from __future__ import annotations

from extractors.model import Official, RoleClaim
from extractors.officials.people import Person, find_people
from extractors.officials.roles import claim_roles
from extractors.reading import Reading


def find_officials(reading: Reading) -> tuple[Official, ...]:
    """The officials in order of first mention, each with offices and roles."""
    people = find_people(reading)
    return tuple(_official(person, roles) for person, roles in zip(people, claim_roles(reading, people), strict=True))


def _official(person: Person, roles: tuple[RoleClaim, ...]) -> Official:
    return Official(
        span=person.mentions[0].span,
        name=person.name,
        titles=person.titles,
        rule=person.rule,
        confidence=person.confidence,
        roles=roles,
        aliases=person.aliases,
        mentions=tuple(mention.span for mention in person.mentions),
        on_behalf_of=person.on_behalf_of,
    )
