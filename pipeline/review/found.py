"""What review has found so far: precision with its interval and corrected counts, as published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from pipeline.review.log import read_log
from pipeline.review.verdict import Verdict, log_path
from pipeline.settings import Settings
from pipeline.tabular import Answer
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script


@dataclass(frozen=True, slots=True)
class Found:
    """The answer, and what it does not cover: campaigns that nobody reviewed, verdicts that no build has published."""

    answer: Answer
    campaigns: int
    unreviewed: int
    unpublished: int

    @property
    def notes(self) -> tuple[str, ...]:
        """What it does not cover, in a line each."""
        notes = [f"{self.unreviewed:,} of {self.campaigns:,} campaigns with mentions are not reviewed"]
        if self.unpublished > 0:
            notes.append(f"{self.unpublished:,} verdicts came in since: run `thidua build` to publish them")
        return tuple(notes)


def found(settings: Settings) -> Found:
    """What review has found; raises `WarehouseError` where nothing is published, `LogError` for a damaged log."""
    taken = len(read_log(log_path(settings.reviews_dir), Verdict))
    with reading(settings.warehouse_path) as con:
        result = con.execute(script("queries/precision", "pipeline.review"))
        answer = Answer(tuple(str(column[0]) for column in result.description or ()), result.fetchall())
        campaigns, unreviewed = _row(con, script("queries/unreviewed", "pipeline.review"))
        (published,) = _row(con, "SELECT count(*) FROM verdicts")
    return Found(answer, campaigns, unreviewed, taken - published)


def _row(con: duckdb.DuckDBPyConnection, query: str) -> tuple[Any, ...]:
    return con.execute(query).fetchall()[0]
