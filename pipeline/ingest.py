"""The whole way for one process at a time: pages into the store, then the store into a published warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import ExitStatus
from pipeline.intake import Watcher, take_in
from pipeline.lock import exclusive
from pipeline.runs import Run
from pipeline.settings import Settings
from pipeline.store import settle
from pipeline.warehouse.build import Built, build


@dataclass(frozen=True, slots=True)
class Ingested:
    """The record of the run, and what was published; nothing is where nothing could be read."""

    run: Run
    built: Built | None


def ingest(paths: Sequence[str], settings: Settings, watcher: Watcher) -> Ingested:
    """Read what is new under `paths` and publish; raises `BusyError` where another process is writing."""
    with exclusive(settings.data_dir):
        run = take_in(paths, settings, watcher)
        nothing = run.books.exit_status is ExitStatus.NOTHING_DONE
        return Ingested(run, None if nothing else build(settings))


def rebuild(settings: Settings) -> Built:
    """Publish what the store holds; raises `BusyError` where another process is writing."""
    with exclusive(settings.data_dir):
        settle(settings)
        return build(settings)
