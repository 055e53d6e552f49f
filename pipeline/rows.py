"""A page as one row of a shard: what became of it, its article and its facts (`pipeline.shard_schema`)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from corpus.hosts import host_of
from extractors.lexicon import words_of
from extractors.model import Article, Dated, Facts, Page, Region
from extractors.reading import Reading
from extractors.text import search_key
from pipeline.fact_rows import fact_rows
from pipeline.signature import signature

PageRow = dict[str, Any]


def page_id(content: bytes) -> str:
    """The identity of a page: its bytes, whatever it is called."""
    return hashlib.sha256(content).hexdigest()[:32]


def article_id(source: str, text: str) -> str:
    """The identity of an article: who published it and its text, so that captures differing in furniture are one."""
    return hashlib.sha256(f"{source}\n{text}".encode()).hexdigest()[:16]


def page_head(page: Page) -> PageRow:
    """The columns that tell which page it is."""
    return {
        "page_id": page_id(page.content),
        "name": page.name,
        "media_type": page.media_type,
        "byte_count": len(page.content),
        "captured_at": page.captured_at,
    }


def parsed_row(page: Page, article: Article, facts: Facts) -> PageRow:
    """The row of a page that was read."""
    reading = Reading(article)
    issued = facts.document.issued if facts.document else None
    told = _article(reading, (*article.dates, issued) if issued else article.dates)
    told["attached_to"] = page.attached_to
    return {
        **page_head(page),
        "outcome": "parsed",
        "article": told,
        **fact_rows(reading, facts, told["article_id"]),
        "regions": [_region(r) for r in article.regions],
        "signature": signature(reading),
    }


def quarantined_row(head: PageRow, code: str, reason: str) -> PageRow:
    """The row of a page that gave no article: a code to count by, and why in one line."""
    return {**head, "outcome": "quarantined", "reason_code": code, "reason": reason}


def _article(reading: Reading, dates: Sequence[Dated]) -> dict[str, Any]:
    article = reading.article
    host = host_of(article.url).removeprefix("www.") or None
    published = article.published
    return {
        "article_id": article_id(article.source or host or "", article.text),
        "url": article.url,
        "source": article.source,
        "host": host,
        "province": article.province,
        "title": article.title,
        "title_key": search_key(article.title) if article.title else None,
        "text": article.text,
        "author": article.author,
        "published": published.date if published else None,
        "published_precision": published.precision if published else None,
        "published_role": published.role if published else None,
        "published_evidence": published.evidence if published else None,
        "published_rule": published.rule if published else None,
        "published_reason": article.published_reason,
        "syllables": len(words_of(reading.key)),
        "recognition": _recognition(article.regions),
        "recoded": [{"start": r.start, "end": r.end, "encoding": r.encoding} for r in article.recoded] or None,
        "blocks": [{"start": b.start, "end": b.end, "role": b.role} for b in article.blocks],
        "dates": [_dated(d) for d in dates],
        "removed": [{"quote": r.quote, "rule": r.rule} for r in article.removed],
    }


def _recognition(regions: Sequence[Region]) -> float | None:
    """How sure the recognition of a scan was, over all its letters; `None` where nothing was recognised.

    >>> _recognition([Region(0, 30, 1, None, 0.5), Region(30, 40, 1, None, 0.9), Region(40, 50, 1)])
    0.6
    """
    recognised = [(region.end - region.start, region.confidence) for region in regions if region.confidence is not None]
    letters = sum(length for length, _ in recognised)
    return round(sum(length * sure for length, sure in recognised) / letters, 4) if letters else None


def _dated(dated: Dated) -> dict[str, Any]:
    return {
        "date": dated.date,
        "role": dated.role,
        "precision": dated.precision,
        "evidence": dated.evidence,
        "rule": dated.rule,
        "start": dated.span.start if dated.span else None,
        "end": dated.span.end if dated.span else None,
    }


def _region(region: Region) -> dict[str, Any]:
    left, top, right, bottom = region.box or (None, None, None, None)
    return {
        "start": region.start,
        "end": region.end,
        "page": region.page,
        "left": left,
        "top": top,
        "right": right,
        "bottom": bottom,
        "confidence": region.confidence,
    }
