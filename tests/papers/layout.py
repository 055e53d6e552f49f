"""How a paper is laid out: page, margins, letters, columns; and the seeded variants of it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

A4, LETTER, LEGAL = (595.28, 841.89), (612.0, 792.0), (612.0, 1008.0)
FAMILIES = ("DejaVuSerif", "DejaVuSerifCondensed", "DejaVuSans", "DejaVuSansCondensed")


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures in points; `page_number` is where the number of a page stands, `running` a line at the head of pages."""

    family: str = "DejaVuSerifCondensed"
    size: float = 12
    page: tuple[float, float] = A4
    left: float = 80
    right: float = 52
    top: float = 60
    bottom: float = 60
    columns: int = 1
    page_number: str = "top"
    running: str | None = None


def variant(seed: int, base: Layout) -> Layout:
    """A layout drawn by a seed; a paper of two columns stays one."""
    draw = Random(seed)
    return Layout(
        family=draw.choice(FAMILIES),
        size=draw.choice((10.5, 11, 12, 13)),
        page=draw.choice((A4, LETTER, LEGAL)),
        left=draw.uniform(55, 90),
        right=draw.uniform(40, 60),
        top=draw.uniform(55, 80),
        bottom=draw.uniform(55, 80),
        columns=max(base.columns, draw.choice((1, 1, 2))),
        page_number=draw.choice(("top", "bottom")),
        running=base.running,
    )
