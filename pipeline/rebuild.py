"""Recreates everything from what is stored: the archive's pages are read again where they must be, then all is built.

What the archive holds comes back even when every shard is lost. Pages that were ingested from files are nowhere but in
the shards: with those lost, ingest the files again. Reviews are read by the build, as always.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.read import pages_of
from pipeline.archive.records import Damaged
from pipeline.inputs import Loaded, loaded_from
from pipeline.intake import Task, Watcher, into_shards, sound_store
from pipeline.lock import CRAWL, exclusive
from pipeline.settings import Settings
from pipeline.store import Survey, settle
from pipeline.tasks import row_of_page
from pipeline.warehouse.build import BuildReport, Start, build


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many pages of the archive were read again, how many were known, what is damaged in it, and what was built."""

    read: int
    known: int
    damaged: int
    built: BuildReport


@dataclass(slots=True)
class _Tally:
    known: int = 0
    damaged: int = 0


def rebuild(settings: Settings, watcher: Watcher, task: Task = row_of_page) -> Rebuilt:
    """Read what the archive holds and the store does not, and publish a fresh warehouse.

    Raises `BusyError` where another process is writing, and what `build` raises.
    """
    tally = _Tally()
    with exclusive(settings.data_dir, CRAWL):
        with exclusive(settings.data_dir):
            store = sound_store(settings, watcher.warn)
            pages = _unknown(_archived(settings.archive_dir, tally, watcher), store, tally)
            read = into_shards(pages, settings, task, lambda row: row)
            settle(settings)
        return Rebuilt(read, tally.known, tally.damaged, build(settings, Start.NOTHING))


def _archived(directory: Path, tally: _Tally, watcher: Watcher) -> Iterator[Loaded]:
    for path in sorted(directory.glob("*.warc*")):
        for item in pages_of(path):
            if isinstance(item, Damaged):
                tally.damaged += 1
                watcher.warn(str(item))
            else:
                yield loaded_from(item, path)


def _unknown(pages: Iterable[Loaded], store: Survey, tally: _Tally) -> Iterator[Loaded]:
    """The pages that no sound row of this code and these registers stands for; each once."""
    coming: set[str] = set()
    for page in pages:
        if page.page_id in coming or store.knows(page.page_id, page.found.name):
            tally.known += 1
        else:
            coming.add(page.page_id)
            yield page
