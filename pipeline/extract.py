"""From a page to its facts: wires reading to extraction. Pure, and so the same in one process or in many."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.article import Unreadable, read_page
from extractors.language import extract
from extractors.model import Article, Facts, Page
from pipeline.rows import PageRow, page_id, parsed_row


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article and everything found in it."""

    article: Article
    facts: Facts


def extracted(page: Page) -> Extracted:
    """Read a page and find its facts; raises `Unreadable` with a code and a reason."""
    article = read_page(page)
    return Extracted(article, extract(article))


def outcome_of(page: Page) -> PageRow:
    """The shard row of a page: parsed with its facts, or quarantined with the reason."""
    try:
        article = read_page(page)
    except Unreadable as refusal:
        return quarantined_row(page_id(page.content), page.name, len(page.content), refusal.code, refusal.reason)
    return parsed_row(page, article, extract(article))
