"""What does not agree in the documents: a stated number and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from pipeline.pictures.paper import Paper, Stretch, papers
from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.evidence import Piece, pieces
from pipeline.report.limits import Limits


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A difference, with the paragraph or row that it stands in."""

    anchor: str
    told: Row
    pieces: tuple[Piece, ...]
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """The differences of the page, how many more there are, and which count of honours each concerns."""

    listed: tuple[Discrepancy, ...]
    more: int
    of_award: dict[str, str]
    asked: Asked

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that they stand in."""
        return tuple(dict.fromkeys(one.told["article_id"] for one in self.listed))


def discrepancies(con: duckdb.DuckDBPyConnection, limits: Limits) -> Discrepancies:
    """Gather the differences, those of the newest articles first."""
    rows = ask(con, "discrepancies", {"most": limits.discrepancies}).rows
    places = papers(con, (_stretch(row) for row in rows))
    listed = tuple(_discrepancy(n, row, places.get(_stretch(row)), limits) for n, row in enumerate(rows, 1))
    more = rows[0]["known"] - len(rows) if rows else 0
    return Discrepancies(listed, more, _by_award(listed), Asked(rows, sql("discrepancies", {"most": None})))


def _discrepancy(number: int, row: Row, paper: Paper | None, limits: Limits) -> Discrepancy:
    mark = (row["start"] - row["block_start"], row["end"] - row["block_start"])
    return Discrepancy(f"x{number}", row, pieces(row["block"], [mark], limits.characters), paper)


def _stretch(row: Row) -> Stretch:
    return Stretch(row["article_id"], row["block_start"], row["block_end"])


def _by_award(listed: Iterable[Discrepancy]) -> dict[str, str]:
    """Of each count of honours the first difference that concerns it."""
    found: dict[str, str] = {}
    for one in listed:
        for award_id in one.told["awards"]:
            found.setdefault(award_id, one.anchor)
    return found
