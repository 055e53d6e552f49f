"""Articles that nobody wrote, put together at random from what stands in `corpus`: the same seed, the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from extractors.model import Article, Block, BlockRole, Cell, Dated, Table
from extractors.text import clean
from pipeline.bench.material import Material

_ROLES: tuple[BlockRole, ...] = ("body", "body", "body", "body", "title", "lead", "heading", "caption", "row")


def spliced(random: Random, material: Material) -> str:
    """A text of a few lines; some are spliced, some said again, some cut short, some with letters out of place."""
    if random.random() < 0.5:
        material = _little_of(random, material)
    lines = [_line(random, material) for _ in range(random.randint(1, 9))]
    if random.random() < 0.2:
        lines += random.choices(lines, k=random.randint(1, 3))
    if random.random() < 0.2:
        random.shuffle(lines)
    if random.random() < 0.3:
        lines += _table(random, material)
    text = "\n".join(lines)
    if random.random() < 0.3:
        text = _misspelt(random, text, material)
    return text[: random.randint(0, len(text))] if random.random() < 0.2 else text


def spliced_article(text: str) -> Article:
    """The text as an article whose lines are blocks of any role; lines with bars in them are the rows of a table."""
    random = Random(text)
    cleaned = clean(text).text
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", cleaned)]
    titled = False
    blocks: list[Block] = []
    for start, end in lines:
        role = "row" if " | " in cleaned[start:end] else random.choice(_ROLES[: None if not titled else 4])
        titled = titled or role == "title"
        blocks.append(Block(start, end, role))
    day = random.choice((None, "2023-01-05", "2024-02-29", "1999-12-31", "2022-06-15"))
    return Article(
        "spliced.txt",
        cleaned,
        tuple(blocks),
        province=random.choice((None, None, "Cao Bằng", "Huế")),
        published=Dated(day, "published", "day", day, "published.given") if day else None,
        published_reason=None if day else "none is told",
        tables=tuple(_tables(cleaned, blocks)),
    )


def _little_of(random: Random, material: Material) -> Material:
    """A few sentences and words, so that one article says them again and again."""
    sentences = random.choices(material.sentences, k=random.randint(1, 6))
    return replace(material, sentences=tuple(sentences), words=tuple(random.choices(material.words, k=20)))


def _misspelt(random: Random, text: str, material: Material) -> str:
    letters = list(text)
    for _ in range(random.randint(1, 12)):
        at = random.randint(0, len(letters))
        letters[at : at + random.choice((0, 1, 1, 3))] = random.choice(("", " ", "\n", *material.marks, *material.odd))
    return "".join(letters)


def _line(random: Random, material: Material) -> str:
    shape = random.random()
    if shape < 0.1:
        cells = (stretch(random, material, 5) for _ in range(random.randint(1, 6)))
        return " | ".join(cells)
    sentences = [_sentence(random, material) for _ in range(random.randint(1, 4))]
    line = random.choice((" ", " ", " ", "", ", ", "; ")).join(sentences)
    return line.upper() if shape > 0.97 else line


def _table(random: Random, material: Material) -> list[str]:
    """A table with its name over it: a heading, and rows of numbers and names."""
    columns = random.sample(material.headings, k=random.randint(2, 6))
    named = (
        "Danh sách tặng Giấy khen của Giám đốc Sở Y tế",
        "Kết quả khen thưởng năm 2022",
        random.choice(material.sentences),
    )
    fillings = (material.numbers, material.names, ("1", "2", "3", "-", ""), material.words, ("Tổng cộng", "Cộng", "nt"))
    rows = ([random.choice(random.choice(fillings)) for _ in columns] for _ in range(random.randint(1, 8)))
    return [random.choice(named), *(" | ".join(row) for row in (columns, *rows))]


def _sentence(random: Random, material: Material) -> str:
    words = random.choice(material.sentences).split(" ")
    if random.random() < 0.5:
        other = random.choice(material.sentences).split(" ")
        words = words[: random.randint(0, len(words))] + other[random.randrange(len(other)) :]
    for _ in range(random.choice((0, 0, 1, 2, 5))):
        at = random.randint(0, len(words))
        words[at : at + random.choice((0, 0, 1))] = [_piece(random, material)]
    if random.random() < 0.08:
        words = [*words, *[_piece(random, material), random.choice((",", ";", "và", ""))] * random.randint(2, 12)]
    return " ".join(words)


def stretch(random: Random, material: Material, most: int) -> str:
    """A few words after each other."""
    return " ".join(_piece(random, material) for _ in range(random.randint(0, most)))


def _piece(random: Random, material: Material) -> str:
    return random.choice(
        random.choice((material.words, material.words, material.marks, material.numbers, material.names, material.odd))
    )


def _tables(text: str, blocks: list[Block]) -> Iterator[Table]:
    """Each stretch of rows as a table."""
    cells: list[Cell] = []
    row = 0
    for block in [*blocks, Block(len(text), len(text), "body")]:
        if block.role == "row":
            cells += _cells(text, block, row)
            row += 1
        elif row:
            if cells:
                yield Table(tuple(cells))
            cells, row = [], 0


def _cells(text: str, block: Block, row: int) -> Iterator[Cell]:
    at = block.start
    for column, told in enumerate(text[block.start : block.end].split(" | ")):
        start, end = at + len(told) - len(told.lstrip()), at + len(told.rstrip())
        if start < end:
            yield Cell(start, end, row, column)
        at += len(told) + len(" | ")
