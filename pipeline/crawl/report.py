"""What a crawl came to, by source: read from the ledger, so that the books close by construction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ledger.rows import Books, Trap
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source: the books of its articles, those of the feeds, sitemaps and listings that led to them, and why.

    `reasons` counts why addresses were refused, failed or put off, the most frequent first.
    """

    source: str
    articles: Books
    guides: Books
    traps: tuple[Trap, ...]
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """One crawl. `stopped` tells what ended it too early; `notes` are cut-back files and lost pages, one line each."""

    run_id: int
    sources: tuple[SourceReport, ...]
    notes: tuple[str, ...] = ()
    stopped: str | None = None

    @property
    def closes(self) -> bool:
        """Whether the books of every source close."""
        return all(one.articles.closes and one.guides.closes for one in self.sources)


def report_of(run: Run, sources: Iterable[str], notes: tuple[str, ...], *, stopped: str | None) -> CrawlReport:
    """The report of a run; a source without visits has books of zeros."""
    books = run.books()
    traps: defaultdict[str, list[Trap]] = defaultdict(list)
    for source, trap in run.traps():
        traps[source].append(trap)
    reasons: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for source, reason, times in run.reasons():
        reasons[source].append((reason, times))
    return CrawlReport(
        run.run_id,
        tuple(
            SourceReport(
                source,
                books.get((source, Role.ARTICLE), Books()),
                books.get((source, Role.GUIDE), Books()),
                tuple(traps[source]),
                tuple(reasons[source]),
            )
            for source in sources
        ),
        notes,
        stopped,
    )
