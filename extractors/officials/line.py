"""A stretch of text cut into words, with what the grammar asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from extractors.lexicon import Hit, Lexicon, T, Word, words_of
from extractors.reading import Reading
from extractors.text import match_key

_SHORTENED = re.compile(r"[A-ZĐƯ][A-ZĐƯ&.\-]")


@dataclass(frozen=True)
class Line:
    """Words of `text[start:end]`; positions are those of the whole text."""

    text: str
    key: str
    words: list[Word]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it, spaces taken off; `"\\0"` at the ends."""
        if not 0 < index < len(self.words):
            return "\0"
        if self.spaced(index):
            return ""
        return self.key[self.words[index - 1].end : self.words[index].start].strip()

    def spaced(self, index: int) -> bool:
        """Whether one space is all that stands before the word."""
        if not index:
            return False
        before, start = self.words[index - 1].end, self.words[index].start
        return start - before == 1 and self.key[before] == " "

    def joins(self, index: int) -> bool:
        """Whether nothing but space stands before the word."""
        return 0 < index < len(self.words) and (self.spaced(index) or not self.gap(index))

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.words) and self.text[self.words[index].start].isupper()

    def number(self, index: int) -> bool:
        """Whether the word is a number."""
        return index < len(self.words) and self.words[index].key.isdigit()

    def shouted(self, index: int) -> bool:
        """Whether the word is all capitals, and more than one letter."""
        word = self.words[index]
        return word.end - word.start > 1 and self.text[word.start : word.end].isupper()

    def find(self, trie: Lexicon[T], index: int) -> Hit[T] | None:
        """The longest phrase of the trie that begins at a word."""
        return trie.at(self.key, self.words, index) if index < len(self.words) else None

    def begins(self, index: int, *tries: Lexicon[Any]) -> bool:
        """Whether a phrase of one of the tries begins at a word."""
        return any(self.find(trie, index) is not None for trie in tries)

    def past(self, hit: Hit[T], index: int) -> int:
        """The index of the first word after a hit that begins at `index`."""
        while index < len(self.words) and self.words[index].start < hit.end:
            index += 1
        return index

    def shortened(self, hit: Hit[T]) -> bool:
        """Whether the hit stands in capitals, as a short form must."""
        return bool(_SHORTENED.search(self.text, hit.start, hit.end))


def line_of(reading: Reading, start: int, end: int) -> Line:
    """The words of a stretch of an article."""
    return Line(reading.text, reading.key, reading.words_in(start, end))


def line_from(text: str) -> Line:
    """The words of a text that is no article."""
    key = match_key(text)
    return Line(text, key, words_of(key))
