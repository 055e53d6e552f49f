"""Reads a folder of gold facts and extracts from the pages that they describe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.errors import Unreadable
from extractors.guide import as_guide
from extractors.model import Page
from pipeline.evaluate.documents import GoldError, documents
from pipeline.evaluate.verdicts import Verdict, judged
from pipeline.extract import extracted


@dataclass(frozen=True, slots=True)
class Scored:
    """One gold document with what was found in its page; `text` is the text that positions refer to."""

    gold: dict[str, Any]
    found: dict[str, Any]
    text: str
    verdicts: tuple[Verdict, ...]


def score_folder(folder: Path) -> Iterator[Scored]:
    """Score each `*.json` of a folder against the page it names (beside it, or in `../site`)."""
    gold = tuple(documents(folder))
    if not gold:
        raise GoldError(folder, "no gold files (*.json) here", "name a folder such as corpus/samples/gold")
    for document in gold:
        found, text = _found(document.page(), document.facts["id"])
        yield Scored(document.facts, found, text, tuple(judged(document.facts, found)))


def _found(page: Page, document: str) -> tuple[dict[str, Any], str]:
    try:
        article, facts = extracted(page)
    except Unreadable:
        return {}, ""
    return as_guide(article, facts, document), article.text
