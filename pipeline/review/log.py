"""Append-only logs of what people said: one JSON object a line, each model checked as it is read.

A line counts once it ends. What a killed process left of its last line was never acknowledged: a reader passes over it,
the next writer cuts it off. Nothing else is ever changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.atomic import sync_directory
from pipeline.errors import ThiduaError

Entry = TypeVar("Entry", bound="LogEntry")


class LogError(ThiduaError):
    """A log with a line that is none of ours."""


class LogEntry(BaseModel):
    """Base of what a log holds: immutable, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_log(path: Path, model: type[Entry]) -> list[Entry]:
    """The entries in the order in which they were made; raises `LogError` naming file and line."""
    whole = _whole_lines(path)
    return [_entry(path, number, line, model) for number, line in enumerate(whole.splitlines(), 1)]


def append(path: Path, entries: Iterable[LogEntry]) -> None:
    """Add entries at the end, all in one write, and bring them to disk; only under the lock of the folder."""
    content = b"".join(entry.model_dump_json().encode() + b"\n" for entry in entries)
    if not content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    sound = len(_whole_lines(path))
    with path.open("ab", buffering=0) as file:
        os.truncate(file.fileno(), sound)
        _write_all(file.fileno(), content)
        os.fsync(file.fileno())
    if is_new:
        sync_directory(path.parent)


def _whole_lines(path: Path) -> bytes:
    content = path.read_bytes() if path.exists() else b""
    return content[: content.rfind(b"\n") + 1]


def _write_all(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _entry(path: Path, number: int, line: bytes, model: type[Entry]) -> Entry:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        why = f"{where}: {first['msg'].lower()}"
        raise LogError(f"{path}:{number}", why, "put the file back from a backup; it is never edited") from error
