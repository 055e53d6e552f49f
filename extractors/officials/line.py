"""A stretch of text cut into words, with what the grammar asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING, Any

from extractors.lexicon import Cut, cut
from extractors.text import match_key

if TYPE_CHECKING:
    from extractors.lexicon import T
    from extractors.officials.tries import Found, Trie
    from extractors.reading import Reading

_END = "\0"
_SHORTENED = re.compile(r"[A-ZĐƯ][A-ZĐƯ&.\-]")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a stretch of text by index: `keys`, where each begins and ends; positions are of the whole text.

    `gaps` are what stands before each word, spaces taken off. One may look a word beyond the last: there keys and gaps
    are `"\\0"`, as is the gap before the first.
    """

    text: str
    key: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def joins(self, index: int) -> bool:
        """Whether nothing but space stands before the word."""
        return not self.gaps[index]

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def number(self, index: int) -> bool:
        """Whether the word is a number, as of a body: "7", "1A"."""
        key = self.keys[index]
        return (key[:-1] or key).isdigit()

    def shouted(self, index: int) -> bool:
        """Whether the word is all capitals, and more than one letter."""
        start, end = self.starts[index], self.ends[index]
        return end - start > 1 and self.text[start:end].isupper()

    def find(self, trie: Trie[T], index: int) -> Found[T] | None:
        """The longest phrase of the trie that begins at a word."""
        return trie.reach(self, index) if self.keys[index] in trie.firsts else None

    def begins(self, index: int, *tries: Trie[Any]) -> bool:
        """Whether a phrase of one of the tries begins at a word."""
        key = self.keys[index]
        return any(key in trie.firsts and trie.reach(self, index) is not None for trie in tries)

    def shortened(self, hit: Found[T]) -> bool:
        """Whether the hit stands in capitals, as a short form must."""
        return bool(_SHORTENED.search(self.text, hit.start, hit.end))


def line_of(reading: Reading, start: int, end: int) -> Line:
    """The words of a stretch of an article that cuts none in two: a sentence, a block."""
    return _line(reading.text, reading.key, reading.cut_in(start, end))


def line_from(text: str) -> Line:
    """The words of a text that is no article."""
    key = match_key(text)
    return _line(text, key, cut(key))


def _line(text: str, key: str, words: Cut) -> Line:
    keys, starts, gaps = words
    ends = list(map(add, starts, map(len, keys)))
    return Line(text, key, [*keys, _END], starts, ends, [_END, *map(str.strip, gaps[1:]), _END, _END])
