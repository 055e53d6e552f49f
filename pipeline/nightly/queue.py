"""What is kept and not yet read: the ledger is the queue, the shards are what is done, nothing else is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from corpus.sources import Source
from extractors.model import Page
from pipeline.archive.read import ArchiveError, page_at
from pipeline.captures import Rank
from pipeline.inputs import Loaded, loaded_from
from pipeline.ledger.kept import kept_where
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept
from pipeline.nightly.stored import StoredPage
from pipeline.settings import Settings


def waiting(ledger: Ledger, stored: Mapping[str, StoredPage], run_id: int) -> tuple[Kept, ...]:
    """The versions that a run has to account for: those that no lasting row stands for, and those it fetched itself.

    A row does not stand for a version with the same bytes that was captured later, or whose name sorts before its own,
    so that what the store holds does not depend on which of the two was met first.
    """
    return kept_where(ledger, lambda page_id, rank, run: run == run_id or _is_open(page_id, rank, stored))


def unread(
    versions: Iterable[Kept],
    stored: Mapping[str, StoredPage],
    sources: Mapping[str, Source],
    settings: Settings,
    lost: Callable[[Kept, ArchiveError], None],
) -> Iterator[Loaded]:
    """The pages to read, each once; one that the archive does not give is told to `lost`."""
    coming: set[str] = set()
    for kept in sorted(versions, key=lambda one: one.rank):
        if kept.page_id in coming or not _is_open(kept.page_id, kept.rank, stored):
            continue
        try:
            page = page_at(settings.archive_dir, kept.place)
        except ArchiveError as error:
            lost(kept, error)
            continue
        coming.add(kept.page_id)
        loaded = loaded_from(_declared(page, sources.get(kept.source)), settings.archive_dir / kept.place.file)
        yield loaded if loaded.byte_count <= settings.page_bytes else replace(loaded, page=None)


def _is_open(page_id: str, rank: Rank, stored: Mapping[str, StoredPage]) -> bool:
    page = stored.get(page_id)
    return page is None or page.is_passing or rank < page.rank


def _declared(page: Page, source: Source | None) -> Page:
    """The page with what its source declares, which knows better than the address where both speak."""
    return replace(page, source=source.id, province=source.province) if source else page
