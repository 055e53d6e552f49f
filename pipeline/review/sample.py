"""Draws the facts that a reviewer is asked about: a stratified sample, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.audit.campaigns import the_one
from pipeline.errors import ThiduaError
from pipeline.review.verdict import FactKind
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script


class NothingToReviewError(ThiduaError):
    """No fact answers to what was asked for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sample is drawn from, and how many; `campaign` is an id or a name.

    `fresh` leaves out the facts that somebody has reviewed.
    """

    kind: FactKind = "campaign"
    campaign: str | None = None
    size: int = 50
    seed: int = 1
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """The rows of a sheet (columns `sheet.GIVEN`) and how many facts they were drawn from."""

    rows: list[tuple[str | None, ...]]
    pool: int


def draw(path: Path, wish: Wish) -> Sample:
    """Draw from the published warehouse; raises `UnknownNameError`, `NothingToReviewError`, `WarehouseError`."""
    with reading(path) as con:
        campaign = wish.campaign and the_one(con, "campaign", wish.campaign)
        asked = {
            "kind": wish.kind,
            "campaign": campaign,
            "n": wish.size,
            "seed": str(wish.seed),
            "all": not wish.fresh,
        }
        rows = con.execute(script("queries/sample", "pipeline.review"), asked).fetchall()
    if not rows:
        what = f"{wish.kind} facts" + (f" of {campaign}" if campaign else "")
        raise NothingToReviewError(what, "there are none to review", "ask for others, or ingest more pages")
    return Sample([row[:-1] for row in rows], int(rows[0][-1]))
