"""An article as the rules see it: text, match key, sentences; every span is made here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import add

from extractors.lexicon import Word, cut
from extractors.model import Article, Block, BlockRole, Span
from extractors.sentences import sentence_bounds
from extractors.text import match_key


@dataclass(frozen=True)
class Reading:
    """One article prepared for extraction; the parts are computed once, when first asked for."""

    article: Article

    @property
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
    def _cut(self) -> tuple[list[str], list[int]]:
        return cut(self.key)

    def cut_in(self, start: int, end: int) -> tuple[list[str], list[int]]:
        """The words of a stretch that cuts none in two, and where each begins in the key; cut once an article."""
        keys, starts = self._cut
        first, past = bisect_left(starts, start), bisect_left(starts, end)
        return keys[first:past], starts[first:past]

    @cached_property
    def _starts_by_word(self) -> dict[str, list[int]]:
        starts_by_word: dict[str, list[int]] = {}
        for word, start in zip(*self._cut, strict=True):
            starts_by_word.setdefault(word, []).append(start)
        return starts_by_word

    def starts_of(self, words: Iterable[str]) -> list[int]:
        """Where one of the words stands, in order; the words are different ones."""
        return sorted(start for word in words for start in self._starts_by_word.get(word, ()))

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
        keys, starts = self.cut_in(start, end)
        return list(map(Word, starts, map(add, starts, map(len, keys)), keys))

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
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))

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
