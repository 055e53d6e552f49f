"""The articles that the page shows, each once, with the sentences that its numbers rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

import duckdb

from pipeline.pictures.paper import Paper, Stretch, papers
from pipeline.report.ask import Row, ask
from pipeline.report.limits import Limits


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a sentence; `marked` is what was found."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """One fact in its sentence, its words marked; `told` is its row."""

    told: Row
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what was found in it, and the evidence: fact ids, and rules with their confidence.

    `marks` are the places of what was found in the article's text; `paper` is where the sentence stands, if on paper.
    """

    pieces: tuple[Piece, ...]
    facts: tuple[str, ...]
    rules: tuple[tuple[str, float], ...]
    marks: tuple[tuple[int, int], ...]
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Topic:
    """The sentences of one article about one campaign, or about honours; `more` are left out."""

    key: str
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """An article on the page; `link` is its address where that is one a browser may follow.

    `frames` are the frames of the official documents that it is: one, or none.
    """

    number: int
    told: Row
    link: str | None
    frames: tuple[Row, ...]
    topics: tuple[Topic, ...]


def cards(
    con: duckdb.DuckDBPyConnection,
    told: Iterable[tuple[str, str]],
    awards: Sequence[Row],
    looked_at: Iterable[str],
    limits: Limits,
) -> dict[str, Card]:
    """The cards by article id, numbered as they stand on the page.

    `told` are pairs of an article and a campaign that it is listed for; `awards` are the counts that are listed;
    `looked_at` are the articles that are listed only because they were looked at.
    """
    pairs = sorted(set(told))
    asked: dict[str, Any] = {
        "articles": [article for article, _ in pairs],
        "topics": [campaign for _, campaign in pairs],
        "sentences": limits.sentences,
    }
    honours = ask(con, "award_sentences", {"topics": [row["award_id"] for row in awards]}).rows
    sentences = [*ask(con, "campaign_sentences", asked).rows, *honours]
    topics = _topics(sentences, papers(con, map(_stretch, sentences)), limits)
    shown = sorted({*asked["articles"], *(row["article_id"] for row in awards), *looked_at})
    frames: dict[str, list[Row]] = defaultdict(list)
    for row in ask(con, "documents", {"articles": shown}).rows:
        frames[row["article_id"]].append(row)
    return {
        row["article_id"]: Card(
            number,
            row,
            followable(row["url"]),
            tuple(frames[row["article_id"]]),
            tuple(topics[row["article_id"]]),
        )
        for number, row in enumerate(ask(con, "articles", {"articles": shown}).rows, 1)
    }


def followable(url: str | None) -> str | None:
    """The address if it is one of the web; anything else, `javascript:` first of all, is shown and not linked.

    >>> followable("https://example.vn/tin"), followable("javascript:alert(1)")
    ('https://example.vn/tin', None)
    """
    if url is None or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def pieces(sentence: str, marks: Iterable[tuple[int, int]], most: int) -> tuple[Piece, ...]:
    """The sentence in pieces; of one longer than `most` characters the part around its first mark.

    >>> pieces("Phong trào Hai tốt lan rộng.", [(11, 18)], 100)[1]
    Piece(text='Hai tốt', marked=True)
    """
    merged = _merged(marks)
    start, end = _window(len(sentence), merged[0], most)
    found: list[Piece] = [Piece("… ", marked=False)] if start else []
    at = start
    for left, right in merged:
        if left >= end:
            break
        found += [Piece(sentence[at:left], marked=False), Piece(sentence[left : min(right, end)], marked=True)]
        at = min(right, end)
    found.append(Piece(sentence[at:end] + (" …" if end < len(sentence) else ""), marked=False))
    return tuple(piece for piece in found if piece.text)


def quoted(row: Row, limits: Limits) -> Quoted:
    """The fact of a row with `sentence`, and `start` and `end` of its words in it."""
    return Quoted(row, pieces(row["sentence"], [(row["start"], row["end"])], limits.characters))


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(length: int, mark: tuple[int, int], most: int) -> tuple[int, int]:
    if length <= most:
        return 0, length
    start = max(0, min(mark[0] - most // 3, length - most))
    return start, min(length, start + most)


def _stretch(row: Row) -> Stretch:
    """Where a sentence stands in its article's text."""
    start: int = row["sentence_start"]
    return Stretch(row["article_id"], start, start + len(row["sentence"]))


def _topics(rows: Iterable[Row], places: Mapping[Stretch, Paper], limits: Limits) -> dict[str, list[Topic]]:
    topics: dict[str, list[Topic]] = defaultdict(list)
    for (article, key), found in groupby(rows, lambda row: (row["article_id"], row["topic"])):
        told = [list(same) for _, same in groupby(found, lambda row: row["sentence_start"])]
        more = max(0, told[0][0]["sentences"] - len(told))
        passages = tuple(_passage(same, places.get(_stretch(same[0])), limits) for same in told)
        topics[article].append(Topic(key, passages, more))
    return topics


def _passage(rows: Sequence[Row], paper: Paper | None, limits: Limits) -> Passage:
    marks = [(row["start"], row["end"]) for row in rows]
    rules = dict.fromkeys((row["rule"], row["confidence"]) for row in rows)
    facts = tuple(row["fact_id"] for row in rows)
    begin = rows[0]["sentence_start"]
    return Passage(
        pieces(rows[0]["sentence"], marks, limits.characters),
        facts,
        tuple(rules),
        tuple((begin + start, begin + end) for start, end in marks),
        paper,
    )
