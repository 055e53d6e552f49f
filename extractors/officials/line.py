"""A stretch of text cut into words, with what the grammar asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING, Any

from extractors.lexicon import cut
from extractors.text import match_key

if TYPE_CHECKING:
    from extractors.lexicon import T
    from extractors.officials.tries import Found, Trie
    from extractors.reading import Reading

_SHORTENED = re.compile(r"[A-ZĐƯ][A-ZĐƯ&.\-]")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a stretch of text by index: `keys`, where each begins and ends; positions are of the whole text."""

    text: str
    key: str
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it, spaces taken off; `"\\0"` at the ends."""
        if not 0 < index < len(self.keys):
            return "\0"
        between = self.key[self.ends[index - 1] : self.starts[index]]
        return "" if between == " " else between.strip()

    def spaced(self, index: int) -> bool:
        """Whether one space is all that stands before the word."""
        if not 0 < index < len(self.keys):
            return False
        before = self.ends[index - 1]
        return self.starts[index] - before == 1 and self.key[before] == " "

    def joins(self, index: int) -> bool:
        """Whether nothing but space stands before the word."""
        return not self.gap(index)

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.keys) and self.text[self.starts[index]].isupper()

    def number(self, index: int) -> bool:
        """Whether the word is a number, as of a body: "7", "1A"."""
        return index < len(self.keys) and (key := self.keys[index])[: max(1, len(key) - 1)].isdigit()

    def shouted(self, index: int) -> bool:
        """Whether the word is all capitals, and more than one letter."""
        start, end = self.starts[index], self.ends[index]
        return end - start > 1 and self.text[start:end].isupper()

    def find(self, trie: Trie[T], index: int) -> Found[T] | None:
        """The longest phrase of the trie that begins at a word."""
        begins = index < len(self.keys) and self.keys[index] in trie.firsts
        return trie.reach(self, index) if begins else None

    def begins(self, index: int, *tries: Trie[Any]) -> bool:
        """Whether a phrase of one of the tries begins at a word."""
        return any(self.find(trie, index) is not None for trie in tries)

    def shortened(self, hit: Found[T]) -> bool:
        """Whether the hit stands in capitals, as a short form must."""
        return bool(_SHORTENED.search(self.text, hit.start, hit.end))


def line_of(reading: Reading, start: int, end: int) -> Line:
    """The words of a stretch of an article that cuts none in two: a sentence, a block."""
    return line_from_words(reading, *reading.cut_in(start, end))


def line_from_words(reading: Reading, keys: list[str], starts: list[int]) -> Line:
    """The line of the words of an article."""
    return _line(reading.text, reading.key, keys, starts)


def line_from(text: str) -> Line:
    """The words of a text that is no article."""
    key = match_key(text)
    return _line(text, key, *cut(key))


def _line(text: str, key: str, keys: list[str], starts: list[int]) -> Line:
    return Line(text, key, keys, starts, list(map(add, starts, map(len, keys))))
