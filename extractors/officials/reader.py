"""How far an office has been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.offices import Takes
from extractors.officials.line import Line
from extractors.officials.vocabulary import BodyEntry, UnitEntry, Vocabulary

NAMED = frozenset({"name", "person", "firm"})
WITH_FIELDS = NAMED | {"proper", "field"}


class Piece(NamedTuple):
    """A part of an office with what it is in full."""

    start: int
    end: int
    canonical: str


@dataclass(slots=True)
class Reader:
    """A reader at the word `at`: what the name of the body may still take, the body's rank, and what was read so far.

    `after_name` says that a person's name stands before the office, so that none is expected behind it; `named` is the
    index behind the last body word, `own_rank` the rank of a head that is itself the head of a part ("Trưởng phòng"),
    `posted` says that the office may be held "tại Lào".
    """

    line: Line
    words: Vocabulary
    at: int
    takes: Takes
    rank: int
    after_name: bool
    pieces: tuple[Piece, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    provinces: tuple[str, ...] = ()
    districts: tuple[tuple[str, ...], ...] = ()
    body_start: int | None = None
    named: int = 0
    own_rank: int = 0
    posted: bool = False

    def take(self, past: int, canonical: str | None = None) -> None:
        """Read on to the word `past`."""
        start, end = self.line.starts[self.at], self.line.ends[past - 1]
        if self.body_start is None:
            self.body_start = start
        if canonical is not None:
            self.pieces += (Piece(start, end, canonical),)
        self.at = past

    def does(self, index: int) -> bool:
        """Whether what somebody does begins at a word."""
        return self.line.find(self.words.verbs, index) is not None
