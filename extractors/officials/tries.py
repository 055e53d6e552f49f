"""Phrases looked up word by word in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple

from extractors.lexicon import Lexicon, T


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

    def seconds(self, first: str) -> frozenset[str]:
        """The words that go on from a first word; `""` among them where it is a phrase by itself."""
        return frozenset(self._trie.get(first, ()))

    def reach(self, key: str, keys: Sequence[str], starts: Sequence[int], index: int) -> Found[T] | None:
        """The longest phrase that begins at the word `index` of those cut from a match key, or `None`."""
        node = self._trie.get(keys[index])
        if node is None:
            return None
        past, best, reached = 0, None, 0
        end = starts[index] + len(keys[index])
        for at in range(index + 1, len(keys) + 1):
            if self._END in node:
                past, best, reached = at, node, end
            node = node.get(keys[at]) if at < len(keys) else None
            if node is None or not self._joins(key, end, starts[at]):
                break
            end = starts[at] + len(keys[at])
        return Found(starts[index], reached, best[self._END], past) if best else None
