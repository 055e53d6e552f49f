"""A fact of an award with where the article tells it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.model import Award, BlockRole


@dataclass(frozen=True, slots=True)
class Told:
    """An award with where it is told; `whole` is the place, in the same list, of the total it is a part of."""

    award: Award
    role: BlockRole
    sentence: int
    whole: int | None = None
