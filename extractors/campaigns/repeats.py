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
    said = Said()
    fresh: dict[int, bool] = {}
    for naming in namings:
        start, end = reading.sentence_at(naming.start)
        if start not in fresh:
            fresh[start] = said.anew(" ".join(_WORD.findall(reading.key, start, end)))
        yield fresh[start]


class Said:
    """The sentences so far, by how they begin and how they end."""

    def __init__(self) -> None:
        self._beginning: dict[str, list[str]] = {}
        self._ending: dict[str, list[str]] = {}

    def anew(self, sentence: str) -> bool:
        """Whether no sentence so far is this one, or a longer or shorter telling of it; remembers it if so."""
        if len(sentence) < _SHORTEST:
            return True
        alike = self._beginning.setdefault(sentence[:_SHORTEST], [])
        if any(one.startswith(sentence) or sentence.startswith(one) for one in alike):
            return False
        akin = self._ending.setdefault(sentence[-_SHORTEST:], [])
        if any(one.endswith(sentence) or sentence.endswith(one) for one in akin):
            return False
        alike.append(sentence)
        akin.append(sentence)
        return True
