"""Where a stretch of an article's text stands on paper, as the warehouse knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import duckdb

from extractors.documents.parts import Box
from extractors.model import MediaType
from pipeline.warehouse.scripts import script

PDF: MediaType = "application/pdf"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Part of an article's text."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Original:
    """The file that an article was read from."""

    page_id: str
    name: str
    media_type: str
    byte_count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a cell on paper: its box in points from the top left, its text, and where that begins in the article.

    `box` is `None` where the format has no layout; `confidence` is set where it was recognised from a picture.
    """

    page: int
    box: Box | None
    start: int
    text: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Paper:
    """The lines that a stretch stands on, in order; at least one."""

    stretch: Stretch
    original: Original
    lines: tuple[Line, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of its pages, from 1."""
        return tuple(sorted({line.page for line in self.lines}))

    @property
    def confidence(self) -> float | None:
        """How sure the recognition of its least sure line is, `None` where nothing was recognised."""
        return min((line.confidence for line in self.lines if line.confidence is not None), default=None)


def papers(con: duckdb.DuckDBPyConnection, stretches: Iterable[Stretch]) -> dict[Stretch, Paper]:
    """Those of the stretches that stand on paper; pages of the web stand on none."""
    asked = sorted(set(stretches))
    values = {
        "articles": [stretch.article_id for stretch in asked],
        "starts": [stretch.start for stretch in asked],
        "ends": [stretch.end for stretch in asked],
    }
    rows = con.execute(script("queries/paper", "pipeline.pictures"), values).fetchall()
    return {
        Stretch(*stretch): Paper(Stretch(*stretch), Original(*told[0][3:7]), tuple(map(_line, told)))
        for stretch, told in ((key, list(same)) for key, same in groupby(rows, key=lambda row: row[:3]))
    }


def _line(row: tuple[Any, ...]) -> Line:
    page, *box, start, text, confidence = row[7:]
    return Line(page, None if None in box else (box[0], box[1], box[2], box[3]), start, text, confidence)
