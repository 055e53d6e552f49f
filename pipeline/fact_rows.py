"""Facts as the structs of a shard: the fields of `extractors.model`, spans flattened, each fact with an id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from extractors.model import (
    Award,
    CampaignMention,
    Document,
    Facts,
    Meeting,
    Official,
    RoleClaim,
    Share,
    Span,
    Title,
)
from extractors.reading import Reading

Fact = Meeting | Official | CampaignMention | Award | Share | Document
_LETTERS: dict[type, str] = {Meeting: "m", Official: "o", CampaignMention: "c", Award: "a", Share: "s", Document: "d"}
_DISTINGUISHING: dict[type, tuple[str, ...]] = {
    Meeting: ("name",),
    Official: ("name",),
    CampaignMention: ("campaign", "name"),
    Award: ("award", "rank", "count", "unit", "status"),
    Share: ("percent", "of"),
    Document: ("kind",),
}


def fact_rows(reading: Reading, facts: Facts, article_id: str) -> dict[str, list[dict[str, Any]]]:
    """The fact columns of a row; ids depend on the article, the place and what the fact says, and on nothing else."""
    meetings, awards = _ids(article_id, facts.meetings), _ids(article_id, facts.awards)
    officials, campaigns, shares = (_ids(article_id, kind) for kind in (facts.officials, facts.campaigns, facts.shares))
    framed = (facts.document,) if facts.document else ()
    return {
        "meetings": [_meeting(reading, f, i) for f, i in zip(facts.meetings, meetings, strict=True)],
        "officials": [_official(reading, f, i, meetings) for f, i in zip(facts.officials, officials, strict=True)],
        "campaigns": [_campaign(reading, f, i) for f, i in zip(facts.campaigns, campaigns, strict=True)],
        "awards": [_award(reading, f, i, awards) for f, i in zip(facts.awards, awards, strict=True)],
        "shares": [_share(reading, f, i) for f, i in zip(facts.shares, shares, strict=True)],
        "documents": [_document(reading, f, i) for f, i in zip(framed, _ids(article_id, framed), strict=True)],
        "discrepancies": [{**_span(d.span), **_fields(d, "code", "stated", "found")} for d in facts.discrepancies],
    }


def _ids(article: str, facts: Iterable[Fact]) -> list[str]:
    """An id per fact: its kind's letter, the beginning of its article's id, and a hash of what it says where.

    The article comes first so that rows in the order of their ids are in the order of their articles too. Equal facts
    are told apart by a number. Of ten million facts of a million articles two share an id in 1 of 25,000 warehouses.
    """
    seen: dict[str, int] = {}
    ids: list[str] = []
    for fact in facts:
        kind = type(fact)
        told = [str(getattr(fact, name)) for name in _DISTINGUISHING[kind]]
        key = "\n".join([article, _LETTERS[kind], str(fact.span.start), str(fact.span.end), *told])
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(key.encode() if seen[key] == 1 else f"{key}\n{seen[key]}".encode()).hexdigest()
        ids.append(f"{_LETTERS[kind]}{article[:6]}{digest[:10]}")
    return ids


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
    told = _fields(
        meeting, "name", "kind", "date", "end_date", "date_reason", "place", "host", "online", "period", "main"
    )
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


def _document(reading: Reading, document: Document, fact_id: str) -> dict[str, Any]:
    signer = document.signer
    parts = list(_parts(document))
    said = {part: _words(span) for part, span in parts}
    return {
        **_evidence(reading, document, fact_id),
        **_fields(document, "kind", "symbol"),
        **{part: said.get(part) for part in ("issuer", "parent", "number", "place", "abstract", "signer")},
        "issued": document.issued.date if document.issued else None,
        "addressees": [_words(span) for span in document.addressees],
        "signer_office": signer.office if signer else None,
        "on_behalf": signer.on_behalf if signer else None,
        "on_behalf_of": signer.on_behalf_of if signer else None,
        "parts": [{"part": part, **_span(span)} for part, span in parts],
    }


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    """Each part of a frame with the words that it rests on."""
    for part in ("issuer", "parent", "number", "place", "abstract"):
        if span := getattr(document, part):
            yield part, span
    if document.issued and document.issued.span:
        yield "issued", document.issued.span
    yield from (("addressee", span) for span in document.addressees)
    if document.signer:
        yield "signer", document.signer.span


def _words(span: Span) -> str:
    """What a span says, its lines put together."""
    return " ".join(span.quote.split())
