"""Finds the frame of an official document, in a paper as in a page that repeats one."""

from __future__ import annotations

import re

from corpus.documents import Kind
from corpus.rules import load_rules
from extractors.dates.model import PartialDate
from extractors.frames.copies import addressed, copies, copies_mark
from extractors.frames.head import Head, read_head
from extractors.frames.signature import signer_of
from extractors.frames.signs import kinds_by_symbol, sign
from extractors.model import Dated, Document, Signer, Span
from extractors.reading import Reading

_IN_HEAD, _IN_FOOT = ("độc lập", "cộng hòa", "đảng cộng sản"), "nơi nhận"
_HEAD_CHARS = 6000


def find_document(reading: Reading) -> Document | None:
    """The document that the article is, `None` where it is none; news that tells of a document is none."""
    if not _may_be(reading):
        return None
    head = read_head(reading)
    if head is None:
        return None
    copies_at = _copies_at(reading, head.body)
    signer = signer_of(reading, head.body, copies_at)
    rule = _rule(reading, head, copies_at, signer)
    if rule is None:
        return None
    blocks = reading.article.blocks
    to = addressed(reading, blocks[: head.body + 3])
    listed = copies(reading, blocks[copies_at:]) if copies_at is not None else ()
    return _document(reading, head, rule, (*to, *listed), signer, letter=bool(to))


def _may_be(reading: Reading) -> bool:
    """A quick look for words that every frame has some of."""
    key = reading.key
    return any(key.find(hint, 0, _HEAD_CHARS) >= 0 for hint in _IN_HEAD) or _IN_FOOT in key


def _copies_at(reading: Reading, first: int) -> int | None:
    blocks = reading.article.blocks
    if _IN_FOOT not in reading.key:
        return None
    return next((n for n in range(first, len(blocks)) if copies_mark(reading, blocks[n])), None)


def _rule(reading: Reading, head: Head, copies_at: int | None, signer: Signer | None) -> str | None:
    told = head.kind is not None or head.number is not None
    issued = head.number or head.dateline or signer
    if head.national and told and issued and (head.kind or head.abstract or copies_at is not None):
        return "document.headed"
    addressed_to = head.kind is not None or sign("to").search(reading.key, 0, _HEAD_CHARS) is not None
    if head.number and addressed_to and (copies_at is not None or signer):
        return "document.bare"
    return None


def _document(
    reading: Reading, head: Head, rule: str, to: tuple[Span, ...], signer: Signer | None, *, letter: bool
) -> Document:
    number = reading.span(*head.number.span("number")) if head.number else None
    symbol = reading.text[slice(*head.number.span("symbol"))] if head.number else None
    span = number or (reading.span(*head.kind_at) if head.kind_at else None)
    assert span is not None
    return Document(
        span=span,
        kind=_kind(head, symbol, letter=letter),
        rule=rule,
        confidence=load_rules("documents")[rule].confidence,
        issuer=head.issuer,
        parent=head.parent,
        number=number,
        symbol=symbol,
        place=_place(reading, head.dateline),
        issued=_issued(reading, head.dateline),
        abstract=head.abstract,
        addressees=to,
        signer=signer,
    )


def _kind(head: Head, symbol: str | None, *, letter: bool) -> Kind:
    """The kind as it stands, else as the symbol begins, else a letter."""
    if head.kind:
        return head.kind
    first = re.split(r"[-/]", symbol.lower())[0] if symbol else ""
    return kinds_by_symbol().get(first, "letter" if letter or head.abstract else "other")


def _place(reading: Reading, dateline: re.Match[str] | None) -> Span | None:
    return reading.span(*dateline.span("place")) if dateline else None


def _issued(reading: Reading, dateline: re.Match[str] | None) -> Dated | None:
    """The day of issue; `None` for a day that no calendar has."""
    if dateline is None:
        return None
    day, month, year = (int(dateline[part]) for part in ("day", "month", "year"))
    if not PartialDate(day, month, year).possible:
        return None
    span = reading.span(*dateline.span("date"))
    return Dated(f"{year}-{month:02d}-{day:02d}", "issued", "day", span.quote, "document.issued", span)
