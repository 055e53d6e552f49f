"""What articles that nobody wrote are spliced from: what stands in `corpus`, and odd pieces to put between."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.files import HOME, read_csv
from extractors.article import read_page
from extractors.errors import Unreadable
from extractors.model import MediaType, Page

_PIECES = Path(__file__).with_name("pieces.toml")
_LITERAL = re.compile(r"[a-zà-ỹđ]+(?: [a-zà-ỹđ]+)*")
_KINDS: dict[str, MediaType] = {".html": "text/html", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Material:
    """Sentences of running text, words and phrases of the field, and from `pieces.toml` what hardly anybody writes."""

    sentences: tuple[str, ...]
    words: tuple[str, ...]
    marks: tuple[str, ...]
    numbers: tuple[str, ...]
    odd: tuple[str, ...]
    names: tuple[str, ...]
    headings: tuple[str, ...]
    tags: tuple[str, ...]


@cache
def own_material() -> Material:
    """Examples and counterexamples of the rules with the words they look for, sample pages, names in registers."""
    tables = [_toml(path) for path in sorted((HOME / "rules").glob("*.toml"))]
    rules = [rule for table in tables for rule in table.get("rule", [])]
    examples = (rule[cast] for rule in rules for cast in ("example", "counterexample"))
    patterns = (
        row.get("pattern") or "" for table in tables for row in [*table.get("rule", []), *table.get("part", [])]
    )
    words = {word for pattern in patterns for word in _LITERAL.findall(pattern)} | set(_register_names())
    pieces = {name: tuple(listed) for name, listed in _toml(_PIECES).items()}
    return Material((*examples, *_sample_sentences()), tuple(sorted(words)), **pieces)


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _sample_sentences() -> Iterator[str]:
    for path in sorted((HOME / "samples" / "site").iterdir()):
        try:
            yield from _sentences(read_page(Page(path.read_bytes(), path.name, _KINDS[path.suffix])).text)
        except Unreadable:
            continue


def _sentences(text: str) -> Iterator[str]:
    yield from (sentence for sentence in re.split(r"(?<=[.;])\s+|\n", text) if 15 < len(sentence) < 400)


def _register_names() -> Iterator[str]:
    for path in sorted((HOME / "registers").iterdir()):
        if path.suffix == ".toml":
            yield from _strings(_toml(path))
        elif path.suffix == ".csv":
            yield from (str(cell) for row in read_csv(path) for cell in row.values.values())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)
