"""Articles with tables, from lines: cells parted by `|`, one merged with that above being `^`, with the left `<`.

A line of dashes ends a table and says nothing.
"""

from __future__ import annotations

from itertools import groupby

from extractors.language import extract
from extractors.model import Article, Facts
from tests.papers.paper import Grid, Paper, Para
from tests.papers.reading import article_of


def article(text: str) -> Article:
    """The article; other lines without `|` are paragraphs, lines with it make a table."""
    pieces: list[Para | Grid] = []
    for is_table, together in groupby(text.strip().split("\n"), key=lambda line: "|" in line):
        lines = [line.strip() for line in together]
        pieces += [_grid(lines)] if is_table else [Para(line) for line in lines if line.strip("-")]
    return article_of(Paper("bang.docx", None, tuple(pieces)))


def facts(text: str) -> Facts:
    """The facts of such an article."""
    return extract(article(text))


def counts(text: str) -> list[tuple[str, int, str]]:
    """Family, count and unit of each award."""
    return [(award.award, award.count, award.unit) for award in facts(text).awards]


def _grid(lines: list[str]) -> Grid:
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    width = max(len(row) for row in rows)
    marks = [[*row, *[""] * (width - len(row))] for row in rows]
    merges = []
    for r, row in enumerate(marks):
        for c, cell in enumerate(row):
            if cell in {"^", "<"}:
                continue
            across = next((n for n in range(c + 1, width) if row[n] != "<"), width) - c
            down = next((n for n in range(r + 1, len(marks)) if marks[n][c] != "^"), len(marks)) - r
            if across > 1 or down > 1:
                merges.append((r, c, down, across))
    told = tuple(tuple("" if cell in {"^", "<"} else cell for cell in row) for row in marks)
    return Grid(told, (1,) * width, merges=tuple(merges))
