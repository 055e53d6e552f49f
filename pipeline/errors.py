"""What can go wrong in a run, told in one line: what, why, and what to do; and the exit status it leads to."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import ClassVar


class ExitStatus(IntEnum):
    """What the exit status of every command means."""

    WELL = 0
    SOME_QUARANTINED = 1
    USAGE = 2
    NOTHING_DONE = 3
    UNBALANCED = 4
    ALARM = 5
    BUSY = 75
    INTERRUPTED = 130


class ThiduaError(Exception):
    """Base of every expected error: one line `what: why; next step`, and the exit `status` that it leads to."""

    status: ClassVar[ExitStatus] = ExitStatus.NOTHING_DONE

    def __init__(self, what: object, why: str, next_step: str) -> None:
        super().__init__(what, why, next_step)
        self.what = printable(what)
        self.why = printable(why)
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what}: {self.why}; {self.next_step}"


class InputError(ThiduaError):
    """A path that was given and cannot be read."""


class ShardError(ThiduaError):
    """A shard that is damaged, of another version, or no shard at all; `path` is where it stands."""

    def __init__(self, path: Path, why: str, next_step: str) -> None:
        super().__init__(path, why, next_step)
        self.path = path


class BusyError(ThiduaError):
    """Another run is writing to the data directory."""

    status = ExitStatus.BUSY


class SandboxError(ThiduaError):
    """The worker processes cannot start at all."""


class WarehouseError(ThiduaError):
    """The warehouse is missing, damaged, or failed its checks."""


def status_of(error: BaseException) -> ExitStatus:
    """The exit status that an error leads to."""
    if isinstance(error, ThiduaError):
        return error.status
    return ExitStatus.INTERRUPTED if isinstance(error, KeyboardInterrupt) else ExitStatus.NOTHING_DONE


def printable(value: object) -> str:
    r"""Text that is safe on a terminal and in a log: one line, control characters and lone surrogates escaped.

    >>> printable("tin\x1b[31m\n.html")
    'tin\\x1b[31m\\n.html'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(value))
