"""What is to be framed on one page: pure, and small enough to be sent to a worker process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.documents.parts import Box
from pipeline.pictures.paper import Line, Paper

Range = tuple[int, int]
"""From a character of a line to the one behind the last."""


@dataclass(frozen=True, slots=True)
class FramedLine:
    """A line with the part of it that is framed and the parts that are marked."""

    box: Box
    text: str
    framed: Range
    marked: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is framed on one page, counted from 1."""

    page: int
    lines: tuple[FramedLine, ...]


def frame_of(paper: Paper, marks: Sequence[Range]) -> Frame | None:
    """The frame around a stretch, `marks` (ranges of the article's text) marked in it; `None` without a layout.

    Of a stretch that runs over several pages the page is framed on which the first mark begins.
    """
    placed = [line for line in paper.lines if line.box]
    if not placed:
        return None
    told = [line for line in placed if any(_common(line, mark) for mark in marks)] or placed
    page = told[0].page
    whole = (paper.stretch.start, paper.stretch.end)
    lines = tuple(_framed(line, whole, marks) for line in placed if line.page == page)
    return Frame(page, tuple(line for line in lines if line.framed[0] < line.framed[1]))


def _framed(line: Line, whole: Range, marks: Iterable[Range]) -> FramedLine:
    found = (_common(line, mark) for mark in marks)
    return FramedLine(line.box or (0, 0, 0, 0), line.text, _common(line, whole) or (0, 0), tuple(filter(None, found)))


def _common(line: Line, range_: Range) -> Range | None:
    """The part of a line that lies in a range of the article's text."""
    start, end = max(line.start, range_[0]), min(line.start + len(line.text), range_[1])
    return (start - line.start, end - line.start) if start < end else None
