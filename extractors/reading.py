"""An article as the rules see it: text, match key, sentences; every span is made here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from extractors.lexicon import Word, words_of
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
        return words_of(self.key)

    @cached_property
    def _starts_by_word(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for word in self.words:
            starts.setdefault(word.key, []).append(word.start)
        return starts

    def starts_of(self, words: Iterable[str]) -> list[int]:
        """Where one of the words stands, in order; the words are different ones."""
        return sorted(start for word in words for start in self._starts_by_word.get(word, ()))

    def matches(self, pattern: re.Pattern[str], firsts: Iterable[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds in the key that begins only where one of the words `firsts` does; quicker by far."""
        past = 0
        for start in self.starts_of(firsts):
            match = pattern.match(self.key, start) if start >= past else None
            if match:
                past = match.end()
                yield match

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words of a stretch that cuts none in two: a sentence, a block."""
        return self.words[bisect_left(self.words, (start,)) : bisect_left(self.words, (end,))]

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
