"""What an article tells of awards, in a line each, for tests."""

from __future__ import annotations

from extractors.awards.find import find_awards
from extractors.model import Award
from tests.articles import reading_of


def awards(text: str) -> tuple[Award, ...]:
    """The awards of an article whose every line is a block."""
    return find_awards(reading_of(text), ())


def told(text: str) -> list[str]:
    """Each award as "count unit family/rank level status": enough to say what was understood."""
    return [line_of(award) for award in awards(text)]


def line_of(award: Award) -> str:
    """One award in a line; what is not said is left out."""
    rank = f"/{award.rank}" if award.rank else ""
    return f"{award.count} {award.unit} {award.award}{rank} {award.level or '-'} {award.status}"
