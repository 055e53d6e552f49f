"""Everything that the page says, read from the published warehouse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.report.ask import Asked, Row, ask
from pipeline.report.awards import Awards, awards
from pipeline.report.campaigns import Campaign, campaign
from pipeline.report.changes import Changes, changes
from pipeline.report.coverage import Coverage, coverage
from pipeline.report.discrepancies import Discrepancies, discrepancies
from pipeline.report.evidence import Card, cards
from pipeline.report.figures import Figures, figures
from pipeline.report.limits import Limits
from pipeline.report.listings import Listing, looked_at_listings, quarantined, source_listings
from pipeline.report.review import Review, review
from pipeline.warehouse.connect import reading


@dataclass(frozen=True, slots=True)
class Report:
    """The content of one page, in no language yet."""

    limits: Limits
    snapshot: Row
    looked_at: Asked
    listings: dict[str, Listing]
    quarantine: Asked
    quarantined: Asked
    overview: Asked
    years: Asked
    campaigns: tuple[Campaign, ...]
    awards: Awards
    award_names: tuple[Row, ...]
    discrepancies: Discrepancies
    review: Review
    coverage: Coverage
    of_source: dict[str, Listing]
    sources: dict[str, str]
    cards: dict[str, Card]
    figures: Figures
    changes: Changes | None


def gather(path: Path, limits: Limits, earlier: Figures | None = None) -> Report:
    """Read the report's content; `WarehouseError` where nothing is published."""
    with reading(path) as con:
        snapshot = ask(con, "snapshot").rows[0]
        looked_at, overview = (ask(con, name) for name in ("looked_at", "campaigns"))
        sections = tuple(campaign(con, n, row, limits) for n, row in enumerate(overview.rows[: limits.campaigns], 1))
        honours, covered = awards(con, limits), coverage(con, limits)
        listings = looked_at_listings(con, looked_at.rows[0], limits)
        differing, judged = discrepancies(con, limits), review(con, limits)
        of_source = source_listings(con, {source.source_id: source.articles for source in covered.sources}, limits)
        now = figures(snapshot, looked_at.rows[0], overview.rows, honours.asked.rows, limits.figures)
        return Report(
            limits=limits,
            snapshot=snapshot,
            looked_at=looked_at,
            listings=listings,
            quarantine=ask(con, "quarantine"),
            quarantined=quarantined(con, limits),
            overview=overview,
            years=ask(con, "years"),
            campaigns=sections,
            awards=honours,
            award_names=ask(con, "award_names").rows,
            discrepancies=differing,
            review=judged,
            coverage=covered,
            of_source=of_source,
            sources={row["source_id"]: row["name"] for row in covered.asked.rows},
            cards=_cards(con, sections, honours, [*listings.values(), *of_source.values(), differing, judged], limits),
            figures=now,
            changes=changes(earlier, now) if earlier else None,
        )


def _cards(
    con: duckdb.DuckDBPyConnection,
    sections: tuple[Campaign, ...],
    honours: Awards,
    listings: Iterable[Listing | Discrepancies | Review],
    limits: Limits,
) -> dict[str, Card]:
    told = (
        (article, section.told["campaign_id"])
        for section in sections
        for line in section.lines
        for article in line.articles
    )
    return cards(con, told, honours.listed, (article for listing in listings for article in listing.articles), limits)
