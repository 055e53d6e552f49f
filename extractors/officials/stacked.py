"""Names and offices in lines of their own, as tables and captions give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.lexicon import WORD
from extractors.model import Block
from extractors.officials.attach import Named, Sentence
from extractors.officials.line import line_of
from extractors.officials.phrases import Mark, codes_of, marks_of
from extractors.officials.vocabulary import vocabulary
from extractors.reading import Reading

_LONGEST_NAME, _LONGEST_OFFICES = 40, 240
_NAME = re.compile(r"[HR]*N")
_OFFICES = re.compile(r"O(?:[,;\-&k]*O)*")


def stacked(reading: Reading) -> Iterator[Sentence]:
    """Yield each name that fills a line, with the offices that fill the next."""
    blocks = reading.article.blocks
    for name, offices in pairwise(blocks):
        if name.end - name.start > _LONGEST_NAME or offices.end - offices.start > _LONGEST_OFFICES:
            continue
        if not _begins_office(reading, offices):
            continue
        below = marks_of(line_of(reading, offices.start, offices.end))
        if not _OFFICES.fullmatch(codes_of(below)):
            continue
        above = marks_of(line_of(reading, name.start, name.end))
        if _NAME.fullmatch(codes_of(above)):
            yield Sentence((_named(above, below),))


def _begins_office(reading: Reading, block: Block) -> bool:
    first = WORD.match(reading.key, block.start, block.end)
    return first is not None and first[0] in vocabulary().openings


def _named(above: list[Mark], below: list[Mark]) -> Named:
    person = Named(above[-1].start, above[-1].end, above[0].start, above[-1].end)
    person.give(below, "officials.stacked")
    return person
