"""Finds many phrases at once: a trie over words of the match key.

spaCy's `PhraseMatcher` cannot pass over punctuation inside a phrase, which names of campaigns and offices need.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import Any, Generic, NamedTuple, TypeVar

from extractors.text import phrase_key

T = TypeVar("T")
WORD = re.compile(r"\w+")
_BETWEEN_WORDS = re.compile(r"(\W+)")
_LONGEST = 240
"""Characters in which the longest phrase of any register has room."""


class Hit(NamedTuple, Generic[T]):
    """A phrase found at `[start, end)`, with the value it stands for."""

    start: int
    end: int
    value: T


class Word(NamedTuple):
    """A word of a key at `[start, end)`."""

    start: int
    end: int
    key: str


def words_of(key: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of match key, punctuation left out."""
    return [Word(m.start(), m.end(), m[0]) for m in WORD.finditer(key, start, len(key) if end is None else end)]


class Cut(NamedTuple):
    """The words of a key by index, where each begins, and what stands before it."""

    words: list[str]
    starts: list[int]
    gaps: list[str]

    def within(self, start: int, end: int) -> Cut:
        """The words that begin in a stretch."""
        first, past = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return Cut(self.words[first:past], self.starts[first:past], self.gaps[first:past])


def cut(key: str) -> Cut:
    """The words of a match key; much quicker than words one by one.

    >>> cut("- dự họp, bàn.")
    Cut(words=['dự', 'họp', 'bàn'], starts=[2, 5, 10], gaps=['- ', ' ', ', '])
    """
    pieces = _BETWEEN_WORDS.split(key)
    words, starts, gaps = pieces[::2], [0, *accumulate(map(len, pieces))][::2], ["", *pieces[1::2]]
    first, past = words[0] == "", len(words) - (words[-1] == "")
    return Cut(words[first:past], starts[first:past], gaps[first:past])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words that phrases of match key begin with.

    >>> sorted(first_words(["đồng chí", "đ/c", "ông"]))
    ['ông', 'đ', 'đồng']
    """
    return frozenset(WORD.findall(phrase)[0] for phrase in phrases)


def first_pairs(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words that phrases of match key begin with, each with those that then follow; `""` where none need.

    >>> first_pairs(["thủ tướng", "bộ trưởng"])["thủ"]
    frozenset({'tướng'})
    """
    followers: dict[str, set[str]] = {}
    for phrase in phrases:
        first, *others = WORD.findall(phrase)
        followers.setdefault(first, set()).add(others[0] if others else "")
    return {first: frozenset(following) for first, following in followers.items()}


class Lexicon(Generic[T]):
    """An immutable set of phrases, each with a value; the longest phrase wins, the first of equals.

    `between` is what may stand between two words of a phrase: by default nothing but space, dash, comma or semicolon.
    """

    _END = ""

    def __init__(self, entries: Iterable[tuple[str, T]], *, between: str = r"[\s,;\-]*") -> None:
        self._between = re.compile(between)
        self._over_space = self._between.fullmatch(" ") is not None
        self._trie: dict[str, Any] = {}
        self._most_words = 0
        for phrase, value in entries:
            self._add(WORD.findall(phrase_key(phrase)), value)

    def _add(self, words: list[str], value: T) -> None:
        if not words:
            raise ValueError("a phrase without a word cannot be looked for")
        self._most_words = max(self._most_words, len(words))
        node = self._trie
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(self._END, value)

    def find(self, key: str, words: list[Word] | None = None) -> Iterator[Hit[T]]:
        """Yield the phrases in a match key from left to right, longest first, without overlap.

        >>> offices = Lexicon([("Chủ tịch", 1), ("Chủ tịch nước", 2)])
        >>> [(hit.start, hit.end, hit.value) for hit in offices.find("phó chủ tịch nước")]
        [(4, 17, 2)]
        """
        words = words_of(key) if words is None else words
        past = 0
        for at, word in enumerate(words):
            if at >= past and word.key in self._trie:
                hit, past = self._longest(key, words, at)
                if hit:
                    yield hit

    def match_at(self, key: str, offset: int) -> Hit[T] | None:
        """The longest phrase that begins exactly at an offset, or `None`."""
        first = WORD.match(key, offset)
        if first is None or first[0] not in self._trie:
            return None
        ahead = islice(WORD.finditer(key, offset, min(len(key), offset + _LONGEST)), self._most_words)
        return self.at(key, [Word(m.start(), m.end(), m[0]) for m in ahead], 0)

    def at(self, key: str, words: list[Word], index: int) -> Hit[T] | None:
        """The longest phrase that begins at `words[index]`, or `None`."""
        return self._longest(key, words, index)[0] if words[index].key in self._trie else None

    def _longest(self, key: str, words: list[Word], at: int) -> tuple[Hit[T] | None, int]:
        node = self._trie
        best, past = None, at + 1
        for i in range(at, len(words)):
            step = node.get(words[i].key)
            if step is None or (i > at and not self._joins(key, words[i - 1].end, words[i].start)):
                break
            node = step
            if self._END in node:
                best, past = node, i + 1
        return (Hit(words[at].start, words[past - 1].end, best[self._END]), past) if best else (None, at + 1)

    def _joins(self, key: str, start: int, end: int) -> bool:
        """Whether what stands between two words may stand inside a phrase; nearly always it is one space."""
        if end - start == 1 and key[start] == " ":
            return self._over_space
        return self._between.fullmatch(key, start, end) is not None
