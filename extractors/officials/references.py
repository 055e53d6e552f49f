"""Later mentions of people by office, honorific or given name alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.reading import Reading

if TYPE_CHECKING:
    from extractors.officials.people import Person


def find_references(reading: Reading, people: Sequence[Person]) -> tuple[tuple[int, int, int], ...]:
    """Where the text refers to a person without the full name: start, end, index among the people."""
    return ()
