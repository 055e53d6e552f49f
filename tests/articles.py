"""Articles made of plain lines, for tests of the extractors."""

from __future__ import annotations

import re

from extractors.model import Article, Block
from extractors.reading import Reading
from extractors.text import clean


def article_of(text: str, **fields: object) -> Article:
    """An article whose every line is a body block."""
    cleaned = clean(text).text
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", cleaned))
    return Article(name="test.txt", text=cleaned, blocks=blocks, **fields)  # type: ignore[arg-type]


def reading_of(text: str, **fields: object) -> Reading:
    """The reading of such an article."""
    return Reading(article_of(text, **fields))
