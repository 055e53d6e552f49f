"""What stands above a table: its name, what it lists, over which years."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.awards.status import proposes
from extractors.dates.periods import periods_in
from extractors.model import Block
from extractors.reading import Reading
from extractors.tables.grid import Grid
from extractors.tables.honours import HonourReader, Named

MAX_LINES, MAX_LINE = 5, 600
_OTHERS = re.compile(r"đại biểu|thành viên|ban tổ chức|phân công|kinh phí|lịch |dự toán|hội đồng xét|đăng ký thi đua")
_ATTACHED = re.compile(r"\(?\s*(?:ban hành )?kèm theo")
_ITEM, _STOPS = re.compile(r"(?:\d{1,2}[.)]|[-+•])\s"), (".", ";")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\D{1,14}((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Caption:
    """The lines above a table that go with it, the nearest first; `honour` is the first that they name."""

    lines: tuple[tuple[int, int], ...] = ()
    honour: Named | None = None
    period: str | None = None
    proposed: bool = False
    of_others: bool = False


def caption_of(reading: Reading, honours: HonourReader, grid: Grid, heading_row: int) -> Caption:
    """The caption: rows of the table above its heading, and up to five short lines before it."""
    first = grid.rows[heading_row][0].start
    inside = [(row[0].start, row[-1].end) for row in grid.rows[:heading_row] if row]
    blocks = reading.article.blocks
    at = bisect_left(blocks, next(row[0].start for row in grid.rows if row), key=_begin)
    above = [(block.start, block.end) for block in _lines_above(reading, blocks, at)]
    lines = (*reversed(inside), *above) if inside else tuple(above)
    told = [line for line in _whole(reading, lines) if line[1] <= first and not _ATTACHED.match(reading.key, *line)]
    keys = [reading.key[start:end] for start, end in told]
    nearest_end = told[0][1] if told else 0
    honour = next((named for start, _ in told if (named := honours.commended(start, nearest_end))), None)
    return Caption(
        tuple(told),
        honour,
        next((years for key in keys if (years := period_in(key))), None),
        any(proposes(key) for key in keys[:2]),
        any(_OTHERS.search(key) for key in keys[:2]),
    )


def _begin(block: Block) -> int:
    return block.start


def _lines_above(reading: Reading, blocks: tuple[Block, ...], at: int) -> list[Block]:
    """The lines before a table, up to another table, a long paragraph, an item that stops, or the end of a text."""
    lines: list[Block] = []
    for block in reversed(blocks[max(0, at - MAX_LINES) : at]):
        text = reading.text[block.start : block.end]
        ends = text.endswith("./.") or (text.endswith(_STOPS) and _ITEM.match(text))
        if block.role == "row" or len(text) > MAX_LINE or ends:
            break
        lines.append(block)
    return lines


def _whole(reading: Reading, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, nearest first, one that begins in the middle of a sentence put together with the line above it."""
    made: list[tuple[int, int]] = []
    for start, end in lines:
        if made and reading.text[made[-1][0]].islower():
            made[-1] = (start, made[-1][1])
        else:
            made.append((start, end))
    return made


def period_in(key: str) -> str | None:
    """The years that a heading is about.

    >>> period_in("từ năm 2019 đến năm 2021"), period_in("năm 2023"), period_in("giai đoạn 2021-2025")
    ('2019-2021', '2023', '2021-2025')
    """
    span = _SPAN.search(key)
    if span and int(span[1]) < int(span[2]):
        return f"{span[1]}-{span[2]}"
    periods = periods_in(key)
    if periods:
        return periods[0].value
    year = _YEAR.search(key)
    return year[1] if year else None
