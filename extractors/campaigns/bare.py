"""Long names that can mean nothing else, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.campaigns.extent import words_from
from extractors.campaigns.grammar import part
from extractors.campaigns.matching import Match
from extractors.campaigns.names import is_bare, name_book
from extractors.campaigns.naming import Naming
from extractors.campaigns.taken import Taken
from extractors.reading import Reading

_REACH = 40


def bare(reading: Reading, taken: Taken) -> Iterator[Naming]:
    """Long names anywhere but in the stretches that are taken."""
    book, past = name_book(), 0
    for opening_words in reading.block_matches(book.bare_opening, book.bare_firsts):
        start, end = opening_words.span()
        if start < past or taken.overlaps(start, end):
            continue
        block = reading.block_at(start)
        found = book.longest(words_from(reading, start, block.end))
        if found and is_bare(found.form, found.size) and not _is_anothers(reading, start, block.start):
            past = found.end
            yield Naming(start, past, past, start, "campaign.bare", Match(found.form, past, "exact"))


def _is_anothers(reading: Reading, at: int, floor: int) -> bool:
    """Whether another noun stands right before: a contest or fund of that name is not the campaign."""
    ahead = reading.key[max(floor, at - _REACH) : at].rstrip(' :"')
    other = [match.end() for match in part("other_noun").finditer(ahead)]
    return bool(other) and other[-1] == len(ahead)
