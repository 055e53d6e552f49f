"""An article with its facts marked, for eyes: the text cut into pieces, and a legend that says what each mark means.

A mark has a label, such as `C1` for the first campaign; every mention of that campaign carries it. Marks may lie within
each other; one that crosses another's end is cut there and goes on after it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.guide import grouped
from extractors.model import Article, Facts, Span

MarkKind = Literal["meeting", "official", "office", "campaign", "award", "share"]
HEADINGS: dict[str, str] = {"M": "Meetings", "O": "Officials", "C": "Campaigns", "A": "Awards", "S": "Shares"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the text."""

    start: int
    end: int
    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the marked text: where a mark opens or closes, or text with the innermost mark around it."""

    step: Literal["open", "text", "close"]
    text: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend."""

    label: str
    told: str
    rule: str
    confidence: float


def marks(facts: Facts) -> list[Mark]:
    """Every mark of the facts, in no particular order."""
    found = [_mark(m.span, "meeting", f"M{n}") for n, m in enumerate(facts.meetings, 1)]
    for n, official in enumerate(facts.officials, 1):
        named = dict.fromkeys((official.span, *official.mentions))
        found += [_mark(span, "official", f"O{n}") for span in named]
        found += [_mark(title.span, "office", f"O{n}") for title in official.titles]
    for n, group in enumerate(grouped(facts.campaigns), 1):
        found += [_mark(mention.span, "campaign", f"C{n}") for mention in group]
    found += [_mark(a.span, "award", f"A{n}") for n, a in enumerate(facts.awards, 1)]
    found += [_mark(s.span, "share", f"S{n}") for n, s in enumerate(facts.shares, 1)]
    return found


def pieces(text: str, marked: Iterable[Mark]) -> Iterator[Piece]:
    """The text in pieces, each mark opened and closed, properly nested; the text pieces put together are the text."""
    waiting = [(m.start, -m.end, m.label, m.kind) for m in set(marked)]
    heapq.heapify(waiting)
    around: list[Mark] = []
    at = 0
    while waiting or around:
        closes = around[-1].end if around else len(text) + 1
        stop = min(closes, waiting[0][0] if waiting else closes)
        if stop > at:
            yield Piece("text", text[at:stop], around[-1] if around else None)
            at = stop
        if closes == stop:
            yield Piece("close", "", around.pop())
            continue
        start, minus_end, label, kind = heapq.heappop(waiting)
        if -minus_end > closes:
            heapq.heappush(waiting, (closes, minus_end, label, kind))
        around.append(Mark(start, min(-minus_end, closes), kind, label))
        yield Piece("open", "", around[-1])
    if at < len(text):
        yield Piece("text", text[at:], None)


def legend(facts: Facts) -> list[Entry]:
    """What each label stands for, in the order of the guide's fact kinds."""
    entries = [
        Entry(f"M{n}", _told(m.kind, m.name, m.date or m.date_reason, m.place, m.host), m.rule, m.confidence)
        for n, m in enumerate(facts.meetings, 1)
    ]
    for n, o in enumerate(facts.officials, 1):
        roles = ", ".join(dict.fromkeys(claim.role for claim in o.roles))
        entries.append(Entry(f"O{n}", _told(o.name, *(t.text for t in o.titles), roles), o.rule, o.confidence))
    for n, group in enumerate(grouped(facts.campaigns), 1):
        first, counted = group[0], sum(mention.counted for mention in group)
        told = _told(first.campaign or "not in the register", first.name, f"mentions: {counted}", first.status)
        entries.append(Entry(f"C{n}", told, first.rule, first.confidence))
    for n, a in enumerate(facts.awards, 1):
        rank = f"rank {a.rank}" if a.rank else None
        told = _told(f"{a.count} × {a.award}", rank, a.qualifier, a.unit, a.level, a.grantor, a.status)
        entries.append(Entry(f"A{n}", told, a.rule, a.confidence))
    for n, s in enumerate(facts.shares, 1):
        entries.append(Entry(f"S{n}", _told(f"{s.percent:g} %", s.of), s.rule, s.confidence))
    return entries


def _mark(span: Span, kind: MarkKind, label: str) -> Mark:
    return Mark(span.start, span.end, kind, label)


def _told(*values: str | None) -> str:
    return " · ".join(value for value in values if value)


def headline(article: Article) -> list[str]:
    """What the page says about itself, a line each."""
    published = article.published
    day = f"{published.date} (“{published.evidence}”)" if published else f"unknown ({article.published_reason})"
    lines = [f"page: {article.name}", f"published: {day}"]
    more = {"author": article.author, "province": article.province, "source": article.source, "url": article.url}
    return lines + [f"{name}: {value}" for name, value in more.items() if value]
