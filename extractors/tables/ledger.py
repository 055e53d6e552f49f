"""The awards of an article while its tables are set against its text, parts tied to their totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.model import Award


@dataclass(slots=True, eq=False)
class Entry:
    """An award with the entry whose total includes it."""

    award: Award
    whole: Entry | None = None


def entries_of(awards: Sequence[Award]) -> list[Entry]:
    """The awards as entries, parts tied to their totals."""
    entries = [Entry(award) for award in awards]
    for entry in entries:
        if entry.award.part_of is not None:
            entry.whole = entries[entry.award.part_of]
    return entries


def awards_of(entries: Iterable[Entry]) -> tuple[Award, ...]:
    """The awards in order of their spans, each part with the place of its total."""
    order = sorted(entries, key=lambda entry: (entry.award.span.start, entry.award.span.end))
    place = {id(entry): n for n, entry in enumerate(order)}
    return tuple(replace(entry.award, part_of=place.get(id(entry.whole)) if entry.whole else None) for entry in order)
