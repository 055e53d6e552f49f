"""The signs of a frame: the parts of `rules/documents.toml`, and the words of `registers/documents.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpus.documents import Kind, load_documents
from corpus.rules import fill, load_rules


@cache
def sign(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern over the match key; `KeyError` where the table has none."""
    parts = load_rules("documents").parts
    return re.compile(fill(parts[name], parts))


@cache
def kinds_by_name() -> dict[str, Kind]:
    """The kinds by the names that stand under the head."""
    return {name: row.kind for row in load_documents().kinds for name in row.names}


@cache
def kinds_by_symbol() -> dict[str, Kind]:
    """The kinds by the short forms that symbols begin with."""
    return {symbol: row.kind for row in load_documents().kinds for symbol in row.symbols}


@cache
def kind_name() -> re.Pattern[str]:
    """The name of a kind at the beginning of a line."""
    return re.compile(rf"\s*(?P<kind>{_any(kinds_by_name())})(?!\w)")


@cache
def body_head() -> re.Pattern[str]:
    """The beginning of an issuing body's name."""
    return re.compile(rf"\s*(?:{_any(load_documents().heads())})(?!\w)(?!\s+đội)")


@cache
def body_under() -> re.Pattern[str]:
    """A parent's name with that of a body under it behind it, on one line."""
    scope = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường)"
    council = rf"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)\s{scope}\s\w+(?:\s\w+){{0,3}}?"
    ministry = r"bộ\s\w+(?:[\s,\-]{1,3}\w+){1,6}?"
    return re.compile(rf"\s*(?:{council}|{ministry})\s+(?=(?:{_any(load_documents().heads_under())})(?!\w))")


@cache
def office_head() -> re.Pattern[str]:
    """The beginning of a signer's office."""
    heads = [head for office in load_documents().offices for head in office.heads]
    return re.compile(rf"(?<!\w)(?:{_any(heads)})(?!\w)")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
