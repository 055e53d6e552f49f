"""What worker processes do with a page: light to name in the parent, heavy to run in a child."""

from __future__ import annotations

from extractors.model import Article, Facts, Page
from pipeline.rows import PageRow


def row_of_page(page: Page) -> PageRow:
    """The shard row of a page."""
    from pipeline.extract import outcome_of

    return outcome_of(page)


def facts_of_page(page: Page) -> tuple[Article, Facts]:
    """The article in a page and its facts; raises `Unreadable` with a code and a reason."""
    from pipeline.extract import extracted

    return extracted(page)
