"""The words of a name, read as the register spells them.

Comparing words, without punctuation and without "và", lets a name stand with dashes, commas, semicolons or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from corpus.campaigns import load_campaigns
from extractors.text import phrase_key

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


class NameWord(NamedTuple):
    """A word of a name as read, and where what it is read from stands."""

    key: str
    start: int
    end: int


def words(key: str, start: int, end: int) -> Iterator[NameWord]:
    """The words of `key[start:end]` with the register's spellings applied; numbers lose their separators.

    A word alone in brackets, which only shortens those before it, is left out.

    >>> [word.key for word in words("chung tay xd ntm; 3.000 km và", 0, 29)]
    ['chung', 'sức', 'xây', 'dựng', 'nông', 'thôn', 'mới', '3000', 'km']
    """
    spellings = _spellings()
    past = start
    for token in _TOKEN.finditer(key, start, end):
        at, stop = token.span()
        if at < past or (key[at - 1] == "(" and key.startswith(")", stop)):
            continue
        word = token[0]
        if word in spellings:
            for rest, read in spellings[word]:
                match = rest.match(key, stop, end)
                if match:
                    past = match.end()
                    yield from (NameWord(each, at, past) for each in read)
                    break
            else:
                yield NameWord(word, at, stop)
        else:
            yield NameWord(word.replace(".", "").replace(",", "") if word[0].isdigit() else word, at, stop)


@cache
def _spellings() -> dict[str, list[tuple[re.Pattern[str], tuple[str, ...]]]]:
    """By the first word of what is written: a pattern for the words after it, and the words to read."""
    table: dict[str, list[tuple[re.Pattern[str], tuple[str, ...]]]] = {}
    for spelling in sorted(load_campaigns().spellings, key=lambda spelling: -len(spelling.written)):
        first, *others = _TOKEN.findall(phrase_key(spelling.written))
        rest = re.compile("".join(rf"[\s-]{{0,4}}{other}" for other in others) + r"(?!\w)")
        table.setdefault(first, []).append((rest, tuple(_TOKEN.findall(phrase_key(spelling.read)))))
    return table


def first_writings() -> Iterable[str]:
    """The words with which something begins that is read as other words."""
    return _spellings()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name of the register.

    >>> name_words("Đổi mới sáng tạo và CĐS")
    ('đổi', 'mới', 'sáng', 'tạo', 'chuyển', 'đổi', 'số')
    """
    key = phrase_key(name)
    return tuple(word.key for word in words(key, 0, len(key)))


def written(word: str) -> str:
    """A word as it is read, or as any one-word part of a spelling of it may be written."""
    return f"(?:{'|'.join(sorted(_writings().get(word, {word})))})"


@cache
def _writings() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for spelling in load_campaigns().spellings:
        written, read = phrase_key(spelling.written).split(), phrase_key(spelling.read).split()
        for one, other in zip(read, written, strict=False) if len(read) == len(written) else ():
            table.setdefault(one, {one}).add(other)
    return table
