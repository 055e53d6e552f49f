"""The books of a night, by source: every address and every page is accounted for once, or nothing is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields

from pipeline.crawl.report import CrawlReport
from pipeline.errors import ExitStatus, ThiduaError
from pipeline.ledger.rows import Kept
from pipeline.nightly.stored import StoredPage


class UnbalancedError(ThiduaError):
    """The books of a run do not close."""

    status = ExitStatus.UNBALANCED


@dataclass(frozen=True, slots=True)
class SourceBooks:
    """What became of a source's articles in one night.

    `discovered = fetched + not_modified + refused + failed + pending`;
    `fetched + caught_up = parsed + quarantined + lost`; `parsed = loaded + duplicates`. `caught_up` were kept by
    earlier runs that ended before they were read; `lost` could not be read back from the archive, and will be fetched
    again. A page whose article was in the store before is a duplicate. `attachments` says how many of `fetched` are
    documents that articles link to; they are counted in all the others like any page.
    """

    discovered: int = 0
    fetched: int = 0
    not_modified: int = 0
    refused: int = 0
    failed: int = 0
    pending: int = 0
    caught_up: int = 0
    parsed: int = 0
    quarantined: int = 0
    lost: int = 0
    loaded: int = 0
    duplicates: int = 0
    attachments: int = 0

    def __add__(self, other: SourceBooks) -> SourceBooks:
        return SourceBooks(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def trouble(self) -> str | None:
        """The first equation that does not hold."""
        met = self.fetched + self.not_modified + self.refused + self.failed + self.pending
        if self.discovered != met:
            return f"{self.discovered} addresses were discovered and {met} are accounted for"
        read = self.parsed + self.quarantined + self.lost
        if self.fetched + self.caught_up != read:
            return f"{self.fetched} pages were fetched, {self.caught_up} were left over, and {read} were read"
        if self.parsed != self.loaded + self.duplicates:
            return f"{self.parsed} pages were parsed and {self.loaded + self.duplicates} are articles or duplicates"
        return None


def balanced(books: Mapping[str, SourceBooks], new_articles: int) -> None:
    """Raise `UnbalancedError` unless the books of every source close and their new articles are those of the store."""
    for source, own in books.items():
        if own.trouble:
            raise UnbalancedError(f"books of {source}", f"{own.trouble}; nothing is published", _REPORT)
    loaded = sum(own.loaded for own in books.values())
    if loaded != new_articles:
        why = f"{loaded} articles are new by the books and {new_articles} by the store; nothing is published"
        raise UnbalancedError("books of the night", why, _REPORT)


_REPORT = "report this with the record of the night"


def books_of(
    report: CrawlReport,
    versions: Iterable[Kept],
    lost: Collection[Kept],
    before: Mapping[str, StoredPage],
    after: Mapping[str, StoredPage],
) -> dict[str, SourceBooks]:
    """The books by source: from the ledger what was visited, from the store what became of each version that was kept.

    `versions` are those that had no row before the night's reading, or were fetched by this run; `before` and `after`
    are the store's pages at its two ends. A version that is neither in the store nor `lost` leaves the books open.
    """
    counts: dict[str, Counter[str]] = {one.source: _visited(one.articles) for one in report.sources}
    known = {page.article_id for page in before.values()}
    for kept in versions:
        own = counts.setdefault(kept.source, Counter())
        own["caught_up"] += kept.run_id != report.run_id
        page = after.get(kept.page_id)
        if kept in lost:
            own["lost"] += 1
        elif page is not None and page.article_id is None:
            own["quarantined"] += 1
        elif page is not None:
            own["parsed"] += 1
            own["duplicates" if page.article_id in known else "loaded"] += 1
            known.add(page.article_id)
    return {source: SourceBooks(**own) for source, own in sorted(counts.items())}


def _visited(articles: object) -> Counter[str]:
    names = ("discovered", "fetched", "not_modified", "refused", "failed", "pending", "attachments")
    return Counter({name: getattr(articles, name) for name in names})
