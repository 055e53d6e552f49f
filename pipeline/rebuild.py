"""Recreates everything from what is stored: the archive's pages are read again where they must be, then all is built.

What the archive holds comes back even when every shard is lost. Pages that were ingested from files are nowhere but in
the shards: with those lost, ingest the files again. Reviews are read by the build, as always.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extractors.model import Page
from pipeline.archive.read import pages_of
from pipeline.archive.records import Damaged
from pipeline.intake import Task, Watcher
from pipeline.lock import exclusive
from pipeline.rows import PageRow, page_head, page_id, quarantined_row
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.store import Survey, remove_leftovers, set_aside, settle
from pipeline.tasks import row_of_page
from pipeline.warehouse.build import BuildReport, build


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
    with exclusive(settings.data_dir):
        remove_leftovers(settings)
        store = _sound_store(settings, watcher)
        read = 0
        pages = _unknown(_archived(settings.data_dir / "archive", tally, watcher), store, tally)
        rows = _rows(pages, settings, task)
        while batch := list(islice(rows, settings.pages_per_shard)):
            write_shard(batch, settings.shards_dir)
            read += len(batch)
        settle(settings)
    return Rebuilt(read, tally.known, tally.damaged, build(settings))


def _sound_store(settings: Settings, watcher: Watcher) -> Survey:
    store = settle(settings)
    for error in store.bad:
        watcher.warn(f"{error} (moved to {settings.aside_dir})")
    set_aside(settings, store.bad)
    return store


def _archived(directory: Path, tally: _Tally, watcher: Watcher) -> Iterator[Page]:
    for path in sorted(directory.glob("*.warc*")):
        for item in pages_of(path):
            if isinstance(item, Damaged):
                tally.damaged += 1
                watcher.warn(str(item))
            else:
                yield item


def _unknown(pages: Iterable[Page], store: Survey, tally: _Tally) -> Iterator[Page]:
    """The pages that no sound row of this code and these registers stands for; each once."""
    coming: set[str] = set()
    for page in pages:
        identity = page_id(page.content)
        if identity in coming or store.knows(identity, page.name):
            tally.known += 1
        else:
            coming.add(identity)
            yield page


def _rows(pages: Iterable[Page], settings: Settings, task: Task) -> Iterator[PageRow]:
    waiting: deque[Page] = deque()

    def sent() -> Iterator[Page]:
        for page in pages:
            waiting.append(page)
            yield page

    for result in isolated(task, sent(), settings):
        page = waiting.popleft()
        if isinstance(result, Failure):
            yield quarantined_row(page_head(page), result.code, result.reason)
        else:
            yield result
