"""The record of a run of `ingest`: one JSON file each, written when it begins and again when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pipeline.errors import ExitStatus, ThiduaError
from pipeline.records import free_key, now, put, recorded_in
from pipeline.stamp import Stamp


@dataclass(frozen=True, slots=True)
class InputBooks:
    """How many inputs there were and what became of each.

    `given = parsed + quarantined + known + refused`; `by_reason` counts the quarantined by code. Beside the balance:
    `skipped` files by suffix, and shards that were `set_aside` as damaged.
    """

    given: int = 0
    parsed: int = 0
    quarantined: int = 0
    known: int = 0
    refused: int = 0
    by_reason: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    set_aside: int = 0

    @property
    def exit_status(self) -> ExitStatus:
        """What these books mean for the exit status of the command."""
        if self.parsed + self.known + self.quarantined == 0:
            return ExitStatus.NOTHING_DONE
        return ExitStatus.SOME_QUARANTINED if self.quarantined + self.refused + self.set_aside else ExitStatus.WELL

    def check(self) -> None:
        """Raise `ThiduaError` unless every input is accounted for once."""
        accounted = self.parsed + self.quarantined + self.known + self.refused
        if accounted != self.given or sum(self.by_reason.values()) != self.quarantined:
            why = f"{self.given} inputs were given and {accounted} are accounted for; nothing is published"
            raise ThiduaError("mass balance", why, "report this with the record of the run")


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run: when, over what, with which code and registers, and its books."""

    run_id: str
    state: Literal["running", "finished", "interrupted"]
    started_at: str
    finished_at: str | None
    code_version: str
    register_hash: str
    workers: int
    inputs: tuple[str, ...]
    books: InputBooks

    @property
    def key(self) -> str:
        """Names the file of the record."""
        return self.run_id

    @property
    def times(self) -> tuple[str, ...]:
        """When it began and ended."""
        return (self.started_at, self.finished_at or self.started_at)


def begin(runs_dir: Path, inputs: Sequence[str], workers: int, stamp: Stamp) -> RunRecord:
    """Record that a run begins, and that every earlier one that still says `running` is dead.

    Only for the process that holds the lock of the data directory.
    """
    for run in recorded(runs_dir):
        if run.state == "running":
            put(runs_dir, replace(run, state="interrupted"))
    started = now()
    run_id = free_key(runs_dir, started)
    return put(
        runs_dir,
        RunRecord(
            run_id,
            "running",
            started,
            None,
            stamp.code_version,
            stamp.register_hash,
            workers,
            tuple(inputs),
            InputBooks(),
        ),
    )


def finish(runs_dir: Path, run: RunRecord, books: InputBooks) -> RunRecord:
    """Record that a run has ended well."""
    return put(runs_dir, replace(run, state="finished", finished_at=now(), books=books))


def recorded(runs_dir: Path) -> list[RunRecord]:
    """The runs on record, the oldest first."""
    return recorded_in(runs_dir, RunRecord, "the record of a run")
