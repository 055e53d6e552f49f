"""An article as the rules see it: text, match key, sentences; every span is made here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import add

from extractors.lexicon import Cut, Word, cut
from extractors.model import Article, Block, BlockRole, Span
from extractors.sentences import sentence_bounds
from extractors.text import match_key


@dataclass(frozen=True)
class Reading:
    """One article prepared for extraction; the parts are computed once, when first asked for."""

    article: Article

    @cached_property
    def text(self) -> str:
        """The article's text: what facts quote."""
        return self.article.text

    @cached_property
    def key(self) -> str:
        """The match key, position for position the same length as the text: what rules match on."""
        return match_key(self.article.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence, in order; a sentence never crosses a block."""
        blocks = self.article.blocks
        return tuple(bounds for b in blocks for bounds in sentence_bounds(self.text, b.start, b.end))

    @cached_property
    def words(self) -> list[Word]:
        """The words of the key, in order."""
        return self.words_in(0, len(self.key))

    @cached_property
    def _cut(self) -> Cut:
        return cut(self.key)

    def cut_in(self, start: int, end: int) -> Cut:
        """The words of a stretch that cuts none in two; cut once an article."""
        return self._cut.within(start, end)

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        indices: dict[str, list[int]] = {}
        for index, word in enumerate(self._cut.words):
            indices.setdefault(word, []).append(index)
        return indices

    def starts_of(self, words: Iterable[str]) -> list[int]:
        """Where one of the words stands, in order; the words are different ones."""
        starts, indices = self._cut.starts, self._indices
        return [starts[index] for index in sorted(chain.from_iterable(indices.get(word, ()) for word in words))]

    def starts_of_pairs(self, followers: Mapping[str, frozenset[str]]) -> list[int]:
        """Where one of the words stands that one of its own followers follows (`""`: anything), in order."""
        words, starts, indices = [*self._cut.words, ""], self._cut.starts, self._indices
        found: list[int] = []
        for first in followers.keys() & indices.keys():
            own = followers[first]
            found += indices[first] if "" in own else [at for at in indices[first] if words[at + 1] in own]
        return [starts[index] for index in sorted(found)]

    def matches(self, pattern: re.Pattern[str], firsts: Iterable[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds in the key that begins only where one of the words `firsts` does; quicker by far."""
        return _apart(pattern.match(self.key, start) for start in self.starts_of(firsts))

    def block_matches(self, pattern: re.Pattern[str], firsts: Iterable[str]) -> Iterator[re.Match[str]]:
        """The same, none of them going over the end of its block."""
        starts = self._with_block_ends(self.starts_of(firsts))
        return _apart(pattern.match(self.key, start, end) for start, end in starts)

    def _with_block_ends(self, starts: Iterable[int]) -> Iterator[tuple[int, int]]:
        end, ends = 0, (block.end for block in self.article.blocks)
        for start in starts:
            while end <= start:
                end = next(ends, len(self.key))
            yield start, end

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words of a stretch that cuts none in two: a sentence, a block."""
        words, starts, _ = self.cut_in(start, end)
        return list(map(Word, starts, map(add, starts, map(len, words)), words))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.article.blocks]

    def span(self, start: int, end: int) -> Span:
        """The span with its quote; raises `ValueError` for an empty or impossible one."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The bounds of the sentence around an offset (the nearest one before it, else the first)."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else (0, len(self.text))

    def sentence_index(self, offset: int) -> int:
        """Which sentence is around an offset (the nearest one before it, else the first)."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def block_at(self, offset: int) -> Block:
        """The block around an offset (the nearest one before it, else the first)."""
        at = bisect_right(self._block_starts, offset) - 1
        return self.article.blocks[max(at, 0)] if self.article.blocks else Block(0, len(self.text), "body")

    def role_at(self, offset: int) -> BlockRole:
        """What the block around an offset is."""
        return self.block_at(offset).role


def _apart(matches: Iterable[re.Match[str] | None]) -> Iterator[re.Match[str]]:
    """The matches, without those that begin in the one before."""
    past = 0
    for match in matches:
        if match and match.start() >= past:
            past = match.end()
            yield match
