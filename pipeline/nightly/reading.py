"""Reads what is kept and not yet read into shards, and closes the night's books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from corpus.sources import Source
from pipeline.archive.read import ArchiveError
from pipeline.crawl.report import CrawlReport
from pipeline.inputs import Loaded
from pipeline.intake import Task, into_shards, sound_store
from pipeline.ledger.kept import lose
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept
from pipeline.lock import exclusive
from pipeline.nightly.books import SourceBooks, balanced, books_of
from pipeline.nightly.queue import unread, waiting
from pipeline.nightly.stored import StoredPage, stored_pages
from pipeline.nightly.telling import Teller
from pipeline.rows import PageRow
from pipeline.runs import InputBooks, begin, finish
from pipeline.settings import Settings
from pipeline.stamp import current_stamp
from pipeline.store import remove_leftovers, settle


@dataclass(frozen=True, slots=True)
class Read:
    """What came of the reading: the books by source, the store as it is now, and how many files were no good shards."""

    books: dict[str, SourceBooks]
    stored: dict[str, StoredPage]
    set_aside: int


@dataclass(slots=True)
class _Progress:
    """Tells of each page that is read, and remembers each that the archive does not give."""

    teller: Teller
    total: int
    counts: Counter[str] = field(default_factory=Counter)
    by_reason: Counter[str] = field(default_factory=Counter)
    lost: dict[Kept, ArchiveError] = field(default_factory=dict)

    def became(self, row: PageRow) -> PageRow:
        self.counts[row["outcome"]] += 1
        if row["outcome"] == "quarantined":
            code, name = row["reason_code"], row["name"]
            self.by_reason[code] += 1
            text = f"{name}: quarantined ({code}): {row['reason']}"
            self.teller.tell("quarantined", text, url=name, code=code, reason=row["reason"])
        self.teller.progress("read", self.counts.total(), self.total)
        return row

    def is_lost(self, kept: Kept, error: ArchiveError) -> None:
        self.lost[kept] = error
        self.teller.warn(f"{kept.url}: {error}; it will be fetched again")

    def books(self, refused: int) -> InputBooks:
        return InputBooks(
            given=self.counts.total() + refused,
            parsed=self.counts["parsed"],
            quarantined=self.counts["quarantined"],
            refused=refused,
            by_reason=dict(sorted(self.by_reason.items())),
        )


def read_kept(report: CrawlReport, sources: dict[str, Source], settings: Settings, teller: Teller, task: Task) -> Read:
    """Read every kept version that no row stands for; raises `UnbalancedError` where the books do not close.

    Takes the lock of the store.
    """
    with exclusive(settings.data_dir), Ledger(settings.ledger_path) as ledger:
        before, set_aside = _sound_pages(settings, teller)
        versions = waiting(ledger, before, report.run_id)
        progress = _Progress(teller, len(versions))
        _into_shards(unread(versions, before, sources, settings, progress.is_lost), progress, settings, task)
        after = _sound_pages(settings, teller)[0] if progress.counts.total() else before
        for kept, error in progress.lost.items():
            lose(ledger, kept, str(error))
        books = books_of(report, versions, progress.lost.keys(), before, after)
        balanced(books, len(_articles(after) - _articles(before)))
        return Read(books, after, set_aside)


def _sound_pages(settings: Settings, teller: Teller) -> tuple[dict[str, StoredPage], int]:
    """What is stored, and how many files that are no good shards had to be set aside first."""
    pages = stored_pages(settings)
    if pages is not None:
        return pages, 0
    bad = len(sound_store(settings, teller.warn).bad)
    return stored_pages(settings) or {}, bad


def _into_shards(pages: Iterator[Loaded], progress: _Progress, settings: Settings, task: Task) -> None:
    """Read the pages, with a record of its own like that of every reading; none is written where there is no page."""
    first = next(pages, None)
    if first is None:
        return
    remove_leftovers(settings)
    run = begin(settings.runs_dir, [str(settings.archive_dir)], settings.workers, current_stamp())
    into_shards(chain((first,), pages), settings, task, progress.became)
    settle(settings)
    finish(settings.runs_dir, run, progress.books(len(progress.lost)))


def _articles(stored: dict[str, StoredPage]) -> set[str]:
    return {page.article_id for page in stored.values() if page.article_id}
