"""The record of a night: one JSON file each in `data/nights`, with the books of every source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pipeline.nightly.books import SourceBooks
from pipeline.records import free_key, now, put, recorded_in


@dataclass(frozen=True, slots=True)
class Night:
    """One nightly run. `run_id` is the crawl's in the ledger; `books` are of articles, `guides` of what led to them.

    `content_hash` is that of the snapshot which stood published at its end, and `published` says whether this run made
    it. `stopped` tells what ended the crawl too early, `trouble` what ended the night; `set_aside` counts files that
    were no good shards; `notes` and `alarms` are lines.
    """

    night_id: str
    state: Literal["running", "finished", "failed", "interrupted"]
    started_at: str
    finished_at: str | None = None
    status: int | None = None
    run_id: int | None = None
    books: dict[str, SourceBooks] = field(default_factory=dict)
    guides: dict[str, SourceBooks] = field(default_factory=dict)
    content_hash: str | None = None
    published: bool = False
    stopped: str | None = None
    trouble: str | None = None
    set_aside: int = 0
    notes: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Names the file of the record."""
        return self.night_id

    @property
    def times(self) -> tuple[str, ...]:
        """When it began and ended."""
        return (self.started_at, self.finished_at or self.started_at)

    @property
    def total(self) -> SourceBooks:
        """The books of all sources together."""
        return sum(self.books.values(), SourceBooks())


def begin(directory: Path) -> Night:
    """Record that a night begins, and that an earlier one that still says `running` is dead.

    Only for the process that holds the lock of nightly runs.
    """
    for night in nights(directory):
        if night.state == "running":
            put(directory, replace(night, state="interrupted"))
    started = now()
    return put(directory, Night(free_key(directory, started), "running", started))


def end(directory: Path, night: Night, status: int) -> Night:
    """Record how the night ended: well enough, or with the `trouble` that it names."""
    state: Literal["finished", "failed"] = "failed" if night.trouble else "finished"
    return put(directory, replace(night, state=state, finished_at=now(), status=int(status)))


def nights(directory: Path) -> list[Night]:
    """The nights on record, the oldest first."""
    return recorded_in(directory, Night, "the record of a night")
