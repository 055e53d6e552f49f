"""Phrases looked up word by word in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple

from extractors.lexicon import Lexicon, T

if TYPE_CHECKING:
    from extractors.officials.line import Line


class Found(NamedTuple, Generic[T]):
    """A phrase found at `[start, end)`, with the value it stands for; `past` is the index of the word behind it."""

    start: int
    end: int
    value: T
    past: int


class Trie(Lexicon[T]):
    """A lexicon for lines; it tells `firsts`, the words that its phrases begin with."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, between: str = r"[\s,;\-]*") -> None:
        super().__init__(entries, between=between)
        self.firsts = frozenset(self._trie)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The first two words of its phrases; the second is `""` where the first is a phrase by itself."""
        return ((first, second) for first, node in self._trie.items() for second in node)

    def reach(self, line: Line, index: int) -> Found[T] | None:
        """The longest phrase that begins at the word `index` of a line, or `None`."""
        keys, gaps = line.keys, line.gaps
        node, past, best = self._trie.get(keys[index]), index, None
        while node is not None:
            past += 1
            if "" in node:
                best, reached = node, past
            node = node.get(keys[past])
            if node is not None and gaps[past] and not self._between.fullmatch(gaps[past]):
                break
        return Found(line.starts[index], line.ends[reached - 1], best[""], reached) if best else None
