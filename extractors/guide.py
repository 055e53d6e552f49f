"""Facts in the shape of the annotation guide: what `thidua extract --format jsonl` prints and the evaluation reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extractors.model import (
    Article,
    Award,
    CampaignMention,
    Discrepancy,
    Document,
    Facts,
    Meeting,
    Official,
    Share,
    Signer,
    Span,
)
from extractors.text import phrase_key


def as_guide(article: Article, facts: Facts, document_id: str) -> dict[str, Any]:
    """One JSON-ready object: the guide's keys first, then evidence (`start`, `end`, `quote`, `rule`, `confidence`)."""
    return {
        "id": document_id,
        "file": article.name,
        "published": article.published.date if article.published else None,
        "published_reason": article.published_reason,
        "province": article.province,
        "title": article.title,
        "author": article.author,
        "meetings": [_meeting(m) for m in facts.meetings],
        "officials": [_official(o) for o in facts.officials],
        "campaigns": [_campaign(group) for group in grouped(facts.campaigns)],
        "awards": [_award(a) for a in facts.awards],
        "shares": [_share(s) for s in facts.shares],
        "document": _document(facts.document) if facts.document else None,
        "discrepancies": [_discrepancy(d) for d in facts.discrepancies],
    }


def grouped(mentions: Sequence[CampaignMention]) -> list[list[CampaignMention]]:
    """Mentions of one campaign together, in order of first mention."""
    groups: dict[str, list[CampaignMention]] = {}
    for mention in mentions:
        groups.setdefault(mention.campaign or phrase_key(mention.name), []).append(mention)
    return list(groups.values())


def _evidence(fact: CampaignMention | Official | Meeting | Award | Share | Document) -> dict[str, Any]:
    return {**_span(fact.span), "rule": fact.rule, "confidence": fact.confidence}


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _campaign(group: Sequence[CampaignMention]) -> dict[str, Any]:
    counted = [m for m in group if m.counted] or group[:1]
    first = counted[0]
    return {
        "campaign": first.campaign,
        "name": first.name,
        "mentions": len(counted),
        "owner": next((m.owner for m in group if m.owner), None),
        "launched": any(m.status == "launched" for m in group),
        "status": max((m.status for m in group), key=["named", "reviewed", "launched"].index),
        "local_name": next((m.local_name for m in group if m.local_name), None),
        "phase": next((m.phase for m in group if m.phase), None),
        **_evidence(first),
        "evidence": [{**_evidence(m), "counted": m.counted} for m in group],
    }


def _official(official: Official) -> dict[str, Any]:
    return {
        "name": official.name,
        "aliases": list(official.aliases),
        "titles": [title.text for title in official.titles],
        "roles": list(dict.fromkeys(claim.role for claim in official.roles)),
        "on_behalf_of": official.on_behalf_of,
        "meeting": official.meeting,
        **_evidence(official),
        "offices": [
            {**_fields(t, "canonical", "body", "level", "province", "status"), **_span(t.span)} for t in official.titles
        ],
        "role_evidence": [{"role": c.role, "rule": c.rule, **_span(c.span)} for c in official.roles],
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    fields = ("name", "kind", "date", "end_date", "date_reason", "place", "host", "online", "period", "main")
    return {**_fields(meeting, *fields), **_evidence(meeting)}


def _award(award: Award) -> dict[str, Any]:
    fields = ("award", "rank", "level", "grantor", "count", "unit", "qualifier", "status")
    more = {"recipients": list(award.recipients), **_fields(award, "posthumous", "period", "part_of")}
    return {**_fields(award, *fields), **more, **_evidence(award)}


def _share(share: Share) -> dict[str, Any]:
    return {**_fields(share, "percent", "of"), **_evidence(share)}


def _document(document: Document) -> dict[str, Any]:
    spans = ("issuer", "parent", "number", "place", "abstract")
    return {
        "kind": document.kind,
        **{name: _words(getattr(document, name)) for name in spans},
        "symbol": document.symbol,
        "issued": document.issued.date if document.issued else None,
        "addressees": [_words(span) for span in document.addressees],
        "signer": _signer(document.signer) if document.signer else None,
        **_evidence(document),
        "evidence": {name: _span(span) for name in spans if (span := getattr(document, name))},
    }


def _words(span: Span | None) -> str | None:
    """What a span says, its lines put together."""
    return " ".join(span.quote.split()) if span else None


def _signer(signer: Signer) -> dict[str, Any]:
    return {**_fields(signer, "name", "office", "on_behalf", "on_behalf_of"), **_span(signer.span)}


def _discrepancy(discrepancy: Discrepancy) -> dict[str, Any]:
    return {**_fields(discrepancy, "code", "stated", "found"), **_span(discrepancy.span)}


def _fields(fact: object, *names: str) -> Mapping[str, Any]:
    return {name: getattr(fact, name) for name in names}
