"""How much of a warehouse goes onto the page; what is left out is said there, with the SQL that gives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each that the page shows."""

    campaigns: int = 24
    articles: int = 4
    """Articles listed below one number."""
    pages: int = 20
    """Pages that could not be read."""
    sentences: int = 5
    """Sentences of one campaign in one article."""
    characters: int = 700
    """Characters of one sentence around the words."""
    months: int = 24
    """Months looked at in the table of a campaign; the chart shows all."""
    sources: int = 20
    """Sources in the table of a campaign."""
    heat_rows: int = 15
    """Campaigns in the picture by year."""
    coverage_rows: int = 60
    """Sources in the picture and the table of coverage."""
    reviewed: int = 60
    """Campaigns in the table of what review says."""
    agreements: int = 20
    """Pairs of reviewers."""
    statistics: int = 200
    """Totals of honours over a period."""
    discrepancies: int = 50
    """Differences between numbers in documents."""
    page_pictures: int = 60
    """Pictures of pages with a sentence framed; each is smaller than 150 KB."""
    changes: int = 100
    """Rows in the table of changes."""
    figures: int = 5000
    """Campaigns whose counts the page keeps for the next report."""
