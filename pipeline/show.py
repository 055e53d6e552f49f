"""Opens a fact: the sentence that it rests on, what was read from it, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import ThiduaError
from pipeline.pictures.paper import Paper, Stretch, papers
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script

_TABLES = {
    "meeting": ("meetings", "meeting_id"),
    "official": ("officials", "official_id"),
    "campaign": ("campaign_mentions", "mention_id"),
    "award": ("awards", "award_id"),
    "share": ("award_shares", "share_id"),
    "document": ("documents", "document_id"),
}
_SHOWN_OTHERWISE = frozenset(
    {"article_id", "person_id", "start", "end", "quote", "sentence_start", "sentence_end", "rule", "confidence"}
    | {"office_start", "office_end", "office_quote", "date_start", "date_end", "date_quote"}
)


class UnknownFactError(ThiduaError):
    """An id that no fact has, or that several begin with."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article that tells the same story."""

    source: str
    published: str | None
    title: str | None
    url: str | None
    page: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A fact with its evidence.

    `before + quote + after` is the sentence; `fields` has one entry for each row of the fact (an official has one for
    each office), without empty values. `on_paper` names the pages that the words stand on, where there are any; `paper`
    is where their sentence stands, and `marks` are the words in the article's text. `attached_to` is, for a document
    that an article links to, the address of that article; `superseded_by`, for an earlier version of an article, the
    id, day and title of the version that stands, which is one of `copies`.
    """

    fact_id: str
    kind: str
    before: str
    quote: str
    after: str
    fields: tuple[dict[str, Any], ...]
    rule: str
    confidence: float
    article_id: str
    article: Sighting
    published_evidence: str
    on_paper: str | None
    attached_to: str | None
    superseded_by: str | None
    paper: Paper | None
    marks: tuple[tuple[int, int], ...]
    copies: tuple[Sighting, ...]


def open_fact(path: Path, wanted: str) -> Opened:
    """The fact of that id, or the one fact whose id begins so; `UnknownFactError` where there is none or several."""
    with reading(path) as con:
        fact_id = _the_one(con, wanted)
        columns, rows = _rows(con, script("queries/fact", "pipeline.audit"), {"fact_id": fact_id})
        told = dict(zip(columns, rows[0], strict=True))
        article_id = told.pop("article_id")
        sightings = _sightings(con, article_id)
        sentence, words = _places(con, fact_id)
        return Opened(
            **told,
            fact_id=fact_id,
            fields=_fields(con, told["kind"], fact_id),
            article_id=article_id,
            article=sightings[0],
            paper=papers(con, [sentence]).get(sentence),
            marks=(words,),
            copies=sightings[1:],
        )


def _the_one(con: duckdb.DuckDBPyConnection, wanted: str) -> str:
    _, rows = _rows(con, script("queries/fact_ids", "pipeline.audit"), {"wanted": wanted})
    if len(rows) == 1 or (rows and rows[0][0] == wanted):
        return str(rows[0][0])
    if rows:
        few = ", ".join(str(fact_id) for (fact_id,) in rows)
        raise UnknownFactError(f"fact {wanted!r}", f"several ids begin so ({few} ...)", "give more of the id")
    next_step = 'take an id from a table, for example: thidua query "SELECT mention_id FROM campaign_mentions"'
    raise UnknownFactError(f"fact {wanted!r}", "no fact has that id", next_step)


def _places(con: duckdb.DuckDBPyConnection, fact_id: str) -> tuple[Stretch, tuple[int, int]]:
    """The sentence and the words of a fact."""
    _, ((*sentence, start, end),) = _rows(con, script("queries/stretch", "pipeline.pictures"), {"fact_id": fact_id})
    return Stretch(*sentence), (start, end)


def _fields(con: duckdb.DuckDBPyConnection, kind: str, fact_id: str) -> tuple[dict[str, Any], ...]:
    table, key = _TABLES[kind]
    columns, rows = _rows(con, f"SELECT * FROM {table} WHERE {key} = $fact_id", {"fact_id": fact_id})
    left_out = _SHOWN_OTHERWISE | {key}
    told = [dict(zip(columns, row, strict=True)) for row in rows]
    return tuple({name: v for name, v in fact.items() if name not in left_out and v not in (None, [])} for fact in told)


def _sightings(con: duckdb.DuckDBPyConnection, article_id: str) -> tuple[Sighting, ...]:
    _, rows = _rows(con, script("queries/sightings", "pipeline.audit"), {"article_id": article_id})
    return tuple(Sighting(*row) for row in rows)


def _rows(
    con: duckdb.DuckDBPyConnection, query: str, asked: dict[str, Any]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    result = con.execute(query, asked)
    return tuple(str(column[0]) for column in result.description or ()), result.fetchall()
