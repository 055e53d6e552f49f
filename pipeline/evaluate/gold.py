"""Reads a folder of gold facts and extracts from the pages that they describe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.errors import Unreadable
from extractors.guide import as_guide
from extractors.model import Page
from pipeline.errors import ThiduaError
from pipeline.evaluate.verdicts import Verdict, judged
from pipeline.extract import extracted
from pipeline.inputs import find_inputs


class GoldError(ThiduaError):
    """A folder of gold facts that cannot be used."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One gold document with what was found in its page; `text` is the text that positions refer to."""

    gold: dict[str, Any]
    found: dict[str, Any]
    text: str
    verdicts: tuple[Verdict, ...]


def score_folder(folder: Path) -> Iterator[Scored]:
    """Score each `*.json` of a folder against the page it names (beside it, or in `../site`)."""
    files = sorted(f for f in folder.glob("*.json") if f.name != "index.json")
    if not files:
        raise GoldError(folder, "no gold files (*.json) here", "name a folder such as corpus/samples/gold")
    for file in files:
        gold = json.loads(file.read_text("utf-8"))
        found, text = _found(_page(folder, file, gold), str(gold["id"]))
        yield Scored(gold, found, text, tuple(judged(gold, found)))


def _page(folder: Path, file: Path, gold: dict[str, Any]) -> Path:
    name = str(gold.get("file", file.with_suffix(".txt").name))
    found = next((p for p in (folder / name, folder.parent / "site" / name) if p.is_file()), None)
    if found is None:
        raise GoldError(file, f"its page {name} is neither beside it nor in ../site", "put it there")
    return found


def _found(path: Path, document: str) -> tuple[dict[str, Any], str]:
    found = find_inputs([str(path)]).files[0]
    try:
        article, facts = extracted(Page(path.read_bytes(), found.name, found.media_type))
    except Unreadable:
        return {}, ""
    return as_guide(article, facts, document), article.text
