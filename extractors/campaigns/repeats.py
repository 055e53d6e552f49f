"""Which namings count: a page that says the same sentence twice (sapo, caption, headline) names its campaign once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.campaigns.naming import Naming
from extractors.reading import Reading

_SHORTEST = 30
"""Characters of a sentence below which saying it twice may be chance."""
_WORD = re.compile(r"\w+")


def counted(reading: Reading, namings: Sequence[Naming]) -> Iterator[bool]:
    """For each naming, in order: whether it is more than a repetition of a sentence before it."""
    seen: dict[int, str] = {}
    for naming in namings:
        start, end = reading.sentence_at(naming.start)
        said = " ".join(_WORD.findall(reading.key, start, end))
        yield not any(_same(said, other) for at, other in seen.items() if at != start)
        seen.setdefault(start, said)


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and (longer.startswith(shorter) or longer.endswith(shorter))
