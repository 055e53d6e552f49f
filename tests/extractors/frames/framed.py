"""Official documents made of plain lines, for the tests of the frame."""

from __future__ import annotations

from typing import Any

from extractors.frames.find import find_document
from extractors.guide import as_guide
from extractors.language import extract
from extractors.model import Document, Facts
from tests.articles import article_of, reading_of


def document(text: str) -> Document | None:
    """The frame of a text, a line a block."""
    return find_document(reading_of(text.strip()))


def facts(text: str) -> Facts:
    """All facts of a text, a line a block."""
    return extract(article_of(text.strip()))


def told(text: str) -> dict[str, Any]:
    """The frame as it is printed, without evidence."""
    article = article_of(text.strip())
    shown: dict[str, Any] = as_guide(article, Facts(document=document(text)), "x")["document"]
    signer = shown["signer"] and {k: shown["signer"][k] for k in ("name", "office", "on_behalf", "on_behalf_of")}
    left_out = {"start", "end", "quote", "rule", "confidence", "evidence"}
    return {**{name: value for name, value in shown.items() if name not in left_out}, "signer": signer}
