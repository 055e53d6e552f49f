"""What always holds of an article and its facts, and where it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pyarrow as pa

from extractors.model import Article, Facts, Meeting, Page, Span
from extractors.shares import WHOLE
from pipeline.rows import PageRow, parsed_row
from pipeline.shard_schema import SCHEMA

_KINDS = ("meetings", "officials", "campaigns", "awards", "shares", "documents")


def breaches(page: Page, article: Article, facts: Facts) -> Iterator[str]:
    """One line for each thing that does not hold."""
    yield from _of_article(article)
    for span in spans_in((article, facts)):
        if not span.quote or article.text[span.start : span.end] != span.quote:
            yield f"{span} is not what stands there"
    for field in fields(facts):
        places = [fact.span.start for fact in kind] if isinstance(kind := getattr(facts, field.name), tuple) else []
        if places != sorted(places):
            yield f"{field.name}: not in the order of their places"
    yield from _of_facts(facts)
    row = parsed_row(page, article, facts)
    pa.Table.from_pylist([row], schema=SCHEMA)
    yield from _of_row(row)


def spans_in(noun: object) -> Iterator[Span]:
    """Every span in a fact, whatever it lies in."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, list | tuple):
        for part in noun:
            yield from spans_in(part)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from spans_in(getattr(noun, field.name))


def _of_article(article: Article) -> Iterator[str]:
    edges = [0, *(edge for block in article.blocks for edge in (block.start, block.end)), len(article.text)]
    if edges != sorted(edges) or any(block.start == block.end for block in article.blocks):
        yield "blocks are empty or overlap"
    if (article.published is None) == (article.published_reason is None):
        yield "a day of publication or a reason, never both and never neither"
    places = {offset for block in article.blocks if block.role == "row" for offset in (block.start, block.end)}
    if places and any(not article.text[cell.start : cell.end] for table in article.tables for cell in table.cells):
        yield "an empty cell"


def _of_facts(facts: Facts) -> Iterator[str]:
    for meeting in facts.meetings:
        yield from _of_meeting(meeting)
    for award in facts.awards:
        if award.count < 1:
            yield f"{award.count} honours at {award.span}"
        if award.part_of is not None and facts.awards[award.part_of] is award:
            yield f"part of itself: {award.span}"
    for share in facts.shares:
        if not 0 <= share.percent <= WHOLE:
            yield f"{share.percent} % at {share.span}"


def _of_meeting(meeting: Meeting) -> Iterator[str]:
    if (meeting.date is None) == (meeting.date_reason is None):
        yield f"a day or a reason, never both and never neither: {meeting}"
    days = [day for day in (meeting.date, meeting.end_date) if day]
    if days != sorted(days) or not all(map(_is_day, days)):
        yield f"over before it began, or on no day: {meeting}"


def _is_day(told: str) -> bool:
    """Whether a day, a month or a year is one of the calendar."""
    try:
        return bool(date.fromisoformat(f"{told}-01-01"[:10] if len(told) < 10 else told))
    except ValueError:
        return False


def _of_row(row: PageRow) -> Iterator[str]:
    facts = [fact for kind in _KINDS for fact in row[kind]]
    for fact_id, times in Counter(fact["id"] for fact in facts).items():
        if times > 1:
            yield f"{fact_id} is the id of {times} facts"
    for fact in facts:
        if not 0 <= fact["sentence_start"] <= fact["start"] < fact["end"] <= fact["sentence_end"]:
            yield f"a fact beside its sentence: {fact}"
