"""Recreates everything from what is stored: the archive's pages are read again where they must be, then all is built.

What the archive holds comes back even when every shard is lost. Pages that were ingested from files are nowhere but in
the shards: with those lost, ingest the files again. Reviews are read by the build, as always.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.read import pages_of
from pipeline.archive.records import Damaged
from pipeline.errors import WarehouseError
from pipeline.inputs import Loaded, loaded_from
from pipeline.intake import Task, Watcher, into_shards, sound_store, unknown
from pipeline.lock import CRAWL, exclusive
from pipeline.settings import Settings
from pipeline.store import Survey, settle
from pipeline.tasks import row_of_page
from pipeline.warehouse.build import BuildReport, Start, build
from pipeline.warehouse.connect import reading


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many pages of the archive were read again, how many were known, what is damaged in it, and what was built.

    `lost` names the pages of the last snapshot that are stored nowhere any more.
    """

    read: int
    known: int
    damaged: int
    lost: tuple[str, ...]
    built: BuildReport


@dataclass(slots=True)
class _Tally:
    known: int = 0
    damaged: int = 0

    def is_known(self) -> None:
        self.known += 1


def rebuild(settings: Settings, watcher: Watcher, task: Task = row_of_page) -> Rebuilt:
    """Read what the archive holds and the store does not, and publish a fresh warehouse.

    Raises `BusyError` where another process is writing, and what `build` raises.
    """
    tally = _Tally()
    with exclusive(settings.data_dir, CRAWL):
        with exclusive(settings.data_dir):
            store = sound_store(settings, watcher.warn)
            pages = unknown(_archived(settings.archive_dir, tally, watcher), store, tally.is_known)
            read = into_shards(pages, settings, task, lambda row: row)
            lost = _lost(settings, settle(settings))
        return Rebuilt(read, tally.known, tally.damaged, lost, build(settings, Start.NOTHING))


def _lost(settings: Settings, store: Survey) -> tuple[str, ...]:
    """What the published file has, where one can be read, and the store has not."""
    try:
        with reading(settings.warehouse_path) as con:
            pages = con.execute("SELECT page_id, name FROM pages ORDER BY name").fetchall()
    except WarehouseError:
        return ()
    return tuple(name for page_id, name in pages if page_id not in store.standing)


def _archived(directory: Path, tally: _Tally, watcher: Watcher) -> Iterator[Loaded]:
    for path in sorted(directory.glob("*.warc*")):
        for item in pages_of(path):
            if isinstance(item, Damaged):
                tally.damaged += 1
                watcher.warn(str(item))
            else:
                yield loaded_from(item, path)
