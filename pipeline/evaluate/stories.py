"""How well articles and their reprints are put together: the adjusted Rand index over the stories of gold articles.

Beside the gold stories as they are, each article is copied in the ways that newspapers copy (cut, under a lead of its
own, under another title, paragraphs split), and quoted by a page of other words, which is a story of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path

import duckdb
import pyarrow as pa

from extractors.errors import Unreadable
from extractors.model import Article, Block
from extractors.reading import Reading
from extractors.text import clean
from pipeline.evaluate.documents import documents
from pipeline.signature import signature
from pipeline.stories import group_stories

_LEAD = "Theo nguồn tin của chúng tôi, sự việc dưới đây được nhiều bạn đọc quan tâm và gửi thư hỏi thêm trong tuần qua."
_TITLE = "Đọc lại tin cũ"
_CUT_TO = 0.6


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells a story: title and paragraphs, and the day that the gold gives."""

    story: str
    title: str
    paragraphs: tuple[str, ...]
    published: str | None = None


def story_lines(folder: Path) -> Iterator[str]:
    """One line each for the gold articles of a folder, and for them with their copies; none without gold stories."""
    told = list(gold_articles(folder))
    if told:
        yield _line("stories", told)
        yield _line("with copies", [*told, *(copy for one in told for copy in copies(one))])


def gold_articles(folder: Path) -> Iterator[Told]:
    """The articles whose gold names their story, as read from their pages."""
    from extractors.article import read_page

    for document in documents(folder):
        gold = document.facts
        if not gold.get("story"):
            continue
        try:
            article = read_page(document.page())
        except Unreadable:
            continue
        told = {block: article.text[block.start : block.end] for block in article.blocks}
        title = next((text for block, text in told.items() if block.role == "title"), document.file.stem)
        body = tuple(text for block, text in told.items() if block.role in ("lead", "heading", "body"))
        yield Told(gold["story"], title, body, gold.get("published"))


def copies(told: Told) -> Iterator[Told]:
    """The article as others would copy it, and a page that only quotes it."""
    body = told.paragraphs
    yield Told(told.story, _TITLE, body)
    yield Told(told.story, told.title, (_LEAD, *body))
    yield Told(told.story, told.title, _cut(body))
    yield Told(told.story, told.title, tuple(half for paragraph in body for half in _halves(paragraph)))
    words = " ".join(body).split()
    other = (" ".join(reversed(words)), " ".join(words[::-2]))
    shortest = min(body, key=len)
    yield Told(f"{told.title} quoted in {told.story}", _TITLE, (other[0], shortest, other[1]))


def adjusted_rand(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """The adjusted Rand index of two groupings, a pair of groups for each item (Hubert and Arabie 1985).

    >>> adjusted_rand([(1, "a"), (1, "a"), (2, "b")])
    1.0
    >>> round(adjusted_rand([(1, "a"), (1, "b"), (2, "a"), (2, "b")]), 6)
    -0.5
    """
    items = list(pairs)
    together = sum(comb(many, 2) for many in Counter(items).values())
    one, other = (sum(comb(many, 2) for many in Counter(item[side] for item in items).values()) for side in (0, 1))
    chance = one * other / comb(len(items), 2) if len(items) > 1 else 0.0
    most = (one + other) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def grouped(articles: Sequence[Told]) -> list[str]:
    """The story that the pipeline gives each article."""
    rows = [_row(number, told) for number, told in enumerate(articles)]
    with duckdb.connect() as con:
        con.register("article_pages", pa.Table.from_pylist(rows, schema=_SCHEMA))
        group_stories(con)
        return [str(story) for (story,) in con.execute("SELECT story_id FROM story_of ORDER BY article_id").fetchall()]


_SCHEMA = pa.schema(
    {
        "article_id": pa.string(),
        "article": pa.struct({"published": pa.string(), "syllables": pa.int32()}),
        "signature": pa.list_(pa.uint32()),
    }
)


def _line(name: str, articles: Sequence[Told]) -> str:
    index = adjusted_rand(zip((told.story for told in articles), grouped(articles), strict=True))
    stories = len({told.story for told in articles})
    return f"{name:18s}{len(articles):6d} articles, {stories} stories, adjusted Rand index {index:.3f}"


def _row(number: int, told: Told) -> dict[str, object]:
    text, blocks = clean(told.title).text, [Block(0, len(told.title), "title")]
    for paragraph in told.paragraphs:
        piece = clean(paragraph).text
        blocks.append(Block(len(text) + 1, len(text) + 1 + len(piece), "body"))
        text = f"{text}\n{piece}"
    article = Article(name=f"{number}", text=text, blocks=tuple(blocks))
    return {
        "article_id": f"{number:08}",
        "article": {"published": told.published, "syllables": len(text.split())},
        "signature": signature(Reading(article)),
    }


def _cut(body: tuple[str, ...]) -> tuple[str, ...]:
    """The first paragraphs, until three fifths of the text are there."""
    kept: list[str] = []
    for paragraph in body:
        kept.append(paragraph)
        if sum(map(len, kept)) >= _CUT_TO * sum(map(len, body)):
            break
    return tuple(kept)


def _halves(paragraph: str) -> tuple[str, str]:
    middle = paragraph.find(" ", len(paragraph) // 2)
    return (paragraph, "") if middle < 0 else (paragraph[:middle], paragraph[middle + 1 :])
