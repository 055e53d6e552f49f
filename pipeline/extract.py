"""From a page to its facts: wires preparing, reading and extraction; the same in one process or in many."""

from __future__ import annotations

from extractors.article import read_page
from extractors.errors import Unreadable
from extractors.language import extract
from extractors.model import Article, Facts, Page
from pipeline.prepare import prepared
from pipeline.rows import PageRow, page_head, parsed_row, quarantined_row


def extracted(page: Page) -> tuple[Article, Facts]:
    """Read a page and find its facts; raises `Unreadable` with a code and a reason."""
    article = read_page(prepared(page))
    return article, extract(article)


def outcome_of(page: Page) -> PageRow:
    """The shard row of a page: parsed with its facts, or quarantined with the reason."""
    try:
        article, facts = extracted(page)
    except Unreadable as refusal:
        return quarantined_row(page_head(page), refusal.code, refusal.reason)
    return parsed_row(page, article, facts)
