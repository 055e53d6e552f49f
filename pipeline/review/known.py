"""What the published warehouse knows about the lines of a sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import duckdb

from extractors.text import search_key
from pipeline.review.verdict import FactKind
from pipeline.warehouse.scripts import script


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a text: which article has it, what tells the text, and where the words stand in it."""

    article_id: str
    start: int
    end: int
    quote: str
    text_id: str
    text_length: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is now."""

    kind: FactKind
    said: str
    place: Place


@dataclass(frozen=True, slots=True)
class Known:
    """Facts by id, texts by article, campaigns by what they may be called, and where campaigns are found."""

    facts: dict[str, Fact]
    texts: dict[str, str]
    campaigns: dict[str, str]
    found: dict[str, list[tuple[str, int, int]]]

    def campaign(self, called: str) -> str | None:
        """The id of the campaign that is called so."""
        return self.campaigns.get(search_key(called))

    def place(self, article_id: str, start: int, end: int) -> Place:
        """A place in a text that is here."""
        text = self.texts[article_id]
        return Place(article_id, start, end, text[start:end], sha256(text.encode()).hexdigest(), len(text))


def look_up(con: duckdb.DuckDBPyConnection, fact_ids: Iterable[str], article_ids: Iterable[str]) -> Known:
    """Look up the facts and articles of a sheet."""
    facts, articles = {"ids": sorted(set(fact_ids))}, {"ids": sorted(set(article_ids))}
    called: dict[str, str] = {}
    for campaign_id, key, _ in con.execute(_query("campaigns")).fetchall():
        called.setdefault(key, campaign_id)
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for article_id, campaign_id, start, end in con.execute(_query("places"), articles).fetchall():
        found[article_id].append((campaign_id, start, end))
    return Known(
        {
            fact_id: Fact(kind, said, Place(article_id, start, end, quote, text_id, length))
            for fact_id, kind, said, article_id, start, end, quote, text_id, length in con.execute(
                _query("facts"), facts
            ).fetchall()
        },
        dict(con.execute(_query("texts"), articles).fetchall()),
        called,
        found,
    )


def _query(name: str) -> str:
    return script(f"queries/{name}", "pipeline.review")
