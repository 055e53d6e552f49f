"""The record of a run of `ingest`: one JSON file each, written when it begins and again when it ends."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from pipeline.atomic import write_atomically
from pipeline.errors import ExitStatus, ThiduaError
from pipeline.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Books:
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
class Run:
    """One run: when, over what, with which code and registers, and its books."""

    run_id: str
    state: Literal["running", "finished", "interrupted"]
    started_at: str
    finished_at: str | None
    code_version: str
    register_hash: str
    workers: int
    inputs: tuple[str, ...]
    books: Books


def begin(runs_dir: Path, inputs: Sequence[str], workers: int, stamp: Stamp) -> Run:
    """Record that a run begins, and that every earlier one that still says `running` is dead.

    Only for the process that holds the lock of the data directory.
    """
    for run in recorded(runs_dir):
        if run.state == "running":
            _write(runs_dir, replace(run, state="interrupted"))
    started = _now()
    run_id = _free_id(runs_dir, started)
    return _write(
        runs_dir,
        Run(run_id, "running", started, None, stamp.code_version, stamp.register_hash, workers, tuple(inputs), Books()),
    )


def finish(runs_dir: Path, run: Run, books: Books) -> Run:
    """Record that a run has ended well."""
    return _write(runs_dir, replace(run, state="finished", finished_at=_now(), books=books))


def recorded(runs_dir: Path) -> list[Run]:
    """The runs on record, the oldest first."""
    return [_read(path) for path in sorted(runs_dir.glob("[!.]*.json"))]


def _write(runs_dir: Path, run: Run) -> Run:
    text = json.dumps(asdict(run), ensure_ascii=False, indent=1) + "\n"
    write_atomically(runs_dir / f"{run.run_id}.json", text.encode("utf-8", "backslashreplace"))
    return run


def _read(path: Path) -> Run:
    try:
        run = _record().validate_json(path.read_bytes())
        for moment in (run.started_at, run.finished_at or run.started_at):
            datetime.fromisoformat(moment)
    except ValueError as error:
        raise _no_record(path) from error
    if run.run_id != path.stem:
        raise _no_record(path)
    return run


@cache
def _record() -> TypeAdapter[Run]:
    return TypeAdapter(Run)


def _no_record(path: Path) -> ThiduaError:
    return ThiduaError(path, "not the record of a run", "move it out of the runs folder")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _free_id(runs_dir: Path, started: str) -> str:
    day_and_time = started[:19].translate(str.maketrans("", "", "-:"))
    taken = len(list(runs_dir.glob(f"{day_and_time}*.json")))
    return f"{day_and_time}-{taken + 1:02}"
