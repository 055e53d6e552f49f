"""What an article tells of officials, for tests."""

from __future__ import annotations

from extractors.officials.people import find_people
from tests.articles import reading_of


def offices(text: str) -> dict[str, list[str]]:
    """The people of an article whose every line is a block, with the offices that they hold."""
    return {person.name: [title.text for title in person.titles] for person in find_people(reading_of(text))}
