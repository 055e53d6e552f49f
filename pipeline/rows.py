"""A page, its article and its facts as one row of a shard (`pipeline.shard_schema` names the columns)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, TypedDict
from urllib.parse import urlsplit

from extractors.lexicon import words_of
from extractors.model import (
    Article,
    Award,
    CampaignMention,
    Dated,
    Facts,
    Meeting,
    Official,
    Page,
    RoleClaim,
    Share,
    Span,
    Title,
)
from extractors.reading import Reading
from pipeline.signature import signature

Fact = Meeting | Official | CampaignMention | Award | Share
_LETTERS: dict[type, str] = {Meeting: "m", Official: "o", CampaignMention: "c", Award: "a", Share: "s"}
_DISTINGUISHING: dict[type, tuple[str, ...]] = {
    Meeting: ("name",),
    Official: ("name",),
    CampaignMention: ("campaign", "name"),
    Award: ("award", "rank", "count", "unit", "status"),
    Share: ("percent", "of"),
}


class PageRow(TypedDict, total=False):
    """One row of a shard; `article`, the facts and the signature are absent where the page is quarantined."""

    page_id: str
    name: str
    media_type: str
    byte_count: int
    outcome: str
    reason_code: str
    reason: str
    article: dict[str, Any]
    meetings: list[dict[str, Any]]
    officials: list[dict[str, Any]]
    campaigns: list[dict[str, Any]]
    awards: list[dict[str, Any]]
    shares: list[dict[str, Any]]
    signature: list[int]


def page_id(content: bytes) -> str:
    """The identity of a page: its bytes, whatever it is called."""
    return hashlib.sha256(content).hexdigest()[:32]


def parsed_row(page: Page, article: Article, facts: Facts) -> PageRow:
    """The row of a page that was read."""
    reading = Reading(article)
    told = _article(reading)
    ids = {kind: _ids(told["article_id"], facts_of_kind) for kind, facts_of_kind in _kinds(facts)}
    return PageRow(
        page_id=page_id(page.content),
        name=page.name,
        media_type=page.media_type,
        byte_count=len(page.content),
        outcome="parsed",
        article=told,
        meetings=[_meeting(reading, f, i) for f, i in zip(facts.meetings, ids["m"], strict=True)],
        officials=[_official(reading, f, i, ids["m"]) for f, i in zip(facts.officials, ids["o"], strict=True)],
        campaigns=[_campaign(reading, f, i) for f, i in zip(facts.campaigns, ids["c"], strict=True)],
        awards=[_award(reading, f, i, ids["a"]) for f, i in zip(facts.awards, ids["a"], strict=True)],
        shares=[_share(reading, f, i) for f, i in zip(facts.shares, ids["s"], strict=True)],
        signature=signature(reading),
    )


def article_id(source: str, text: str) -> str:
    """The identity of an article: who published it and its text, so that captures differing in furniture are one."""
    return hashlib.sha256(f"{source}\n{text}".encode()).hexdigest()[:16]


def _kinds(facts: Facts) -> Iterable[tuple[str, tuple[Fact, ...]]]:
    yield "m", facts.meetings
    yield "o", facts.officials
    yield "c", facts.campaigns
    yield "a", facts.awards
    yield "s", facts.shares


def _ids(article: str, facts: Iterable[Fact]) -> list[str]:
    """An id per fact: its kind's letter and a hash of what it says where; equal facts are told apart by a number."""
    seen: dict[str, int] = {}
    ids: list[str] = []
    for fact in facts:
        kind = type(fact)
        told = [str(getattr(fact, name)) for name in _DISTINGUISHING[kind]]
        key = "\n".join([article, _LETTERS[kind], str(fact.span.start), str(fact.span.end), *told])
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(key.encode() if seen[key] == 1 else f"{key}\n{seen[key]}".encode()).hexdigest()
        ids.append(f"{_LETTERS[kind]}{digest[:12]}")
    return ids


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    host = _host(article.url)
    published = article.published
    return {
        "article_id": article_id(article.source or host or "", article.text),
        "url": article.url,
        "source": article.source,
        "host": host,
        "province": article.province,
        "title": article.title,
        "text": article.text,
        "author": article.author,
        "published": published.date if published else None,
        "published_precision": published.precision if published else None,
        "published_role": published.role if published else None,
        "published_evidence": published.evidence if published else None,
        "published_rule": published.rule if published else None,
        "published_reason": article.published_reason,
        "syllables": len(words_of(reading.key)),
        "blocks": [{"start": b.start, "end": b.end, "role": b.role} for b in article.blocks],
        "dates": [_dated(d) for d in article.dates],
        "removed": [{"quote": r.quote, "rule": r.rule} for r in article.removed],
    }


def _host(url: str | None) -> str | None:
    """The host of an address without `www.`, `None` where it has none.

    >>> _host("https://www.Example.gov.vn/tin?id=1"), _host("http://[broken"), _host(None)
    ('example.gov.vn', None, None)
    """
    if not url or ("[" in url and "]" not in url):
        return None
    return (urlsplit(url).hostname or "").removeprefix("www.") or None


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


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _evidence(reading: Reading, fact: Fact, fact_id: str) -> dict[str, Any]:
    start, end = reading.sentence_at(fact.span.start)
    return {
        "id": fact_id,
        **_span(fact.span),
        "sentence_start": min(start, fact.span.start),
        "sentence_end": max(end, fact.span.end),
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def _fields(noun: object, *names: str) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in names}


def _meeting(reading: Reading, meeting: Meeting, fact_id: str) -> dict[str, Any]:
    day = meeting.date_span
    told = _fields(meeting, "name", "kind", "date", "end_date", "date_reason", "place", "host", "online", "period", "main")
    when = {"date_start": day.start, "date_end": day.end, "date_quote": day.quote} if day else {}
    return {**_evidence(reading, meeting, fact_id), **told, **when}


def _official(reading: Reading, official: Official, fact_id: str, meetings: list[str]) -> dict[str, Any]:
    return {
        **_evidence(reading, official, fact_id),
        "name": official.name,
        "titles": [_title(t) for t in official.titles],
        "roles": [_role(c) for c in official.roles],
        "aliases": list(official.aliases),
        "mentions": [_span(s) for s in official.mentions],
        "on_behalf_of": official.on_behalf_of,
        "meeting_id": None if official.meeting is None else meetings[official.meeting],
    }


def _title(title: Title) -> dict[str, Any]:
    return {**_span(title.span), **_fields(title, "text", "canonical", "body", "level", "province", "status")}


def _role(claim: RoleClaim) -> dict[str, Any]:
    return {"role": claim.role, **_span(claim.span), "rule": claim.rule}


def _campaign(reading: Reading, mention: CampaignMention, fact_id: str) -> dict[str, Any]:
    told = _fields(mention, "campaign", "name", "owner", "status", "local_name", "phase", "counted")
    return {**_evidence(reading, mention, fact_id), **told}


def _award(reading: Reading, award: Award, fact_id: str, awards: list[str]) -> dict[str, Any]:
    told = ("award", "count", "unit", "rank", "level", "grantor", "qualifier", "status", "posthumous", "period")
    return {
        **_evidence(reading, award, fact_id),
        **_fields(award, *told),
        "recipients": list(award.recipients),
        "part_of_id": None if award.part_of is None else awards[award.part_of],
    }


def _share(reading: Reading, share: Share, fact_id: str) -> dict[str, Any]:
    return {**_evidence(reading, share, fact_id), **_fields(share, "percent", "of")}
