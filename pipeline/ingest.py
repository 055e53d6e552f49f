"""The whole way: pages into the store, then the store into a published warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import BusyError, ExitStatus
from pipeline.intake import Watcher, take_in
from pipeline.lock import exclusive
from pipeline.runs import RunRecord
from pipeline.settings import Settings
from pipeline.warehouse.build import BuildReport, build


@dataclass(frozen=True, slots=True)
class Ingested:
    """The record of the run and what was published; nothing is where nothing could be read."""

    run: RunRecord
    built: BuildReport | None


def ingest(paths: Sequence[str], settings: Settings, watcher: Watcher) -> Ingested:
    """Read what is new under `paths` and publish; raises `BusyError` where another process is writing already."""
    with exclusive(settings.data_dir):
        run = take_in(paths, settings, watcher)
    if run.books.exit_status is ExitStatus.NOTHING_DONE:
        return Ingested(run, None)
    try:
        return Ingested(run, build(settings))
    except BusyError as busy:
        watcher.warn(f"{busy.what}: {busy.why}, and will publish what was read here")
        return Ingested(run, None)
