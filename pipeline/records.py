"""Records of what was done, one JSON file each: written when it begins and again when it ends."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import TypeAdapter

from pipeline.atomic import first_free, write_atomically
from pipeline.errors import ThiduaError


class Record(Protocol):
    """What every record tells: its key, which names its file, and when; times are ISO 8601, UTC."""

    @property
    def key(self) -> str:
        """Names the file."""

    @property
    def times(self) -> Sequence[str]:
        """Every moment that it tells."""


R = TypeVar("R", bound=Record)


def put(directory: Path, record: R) -> R:
    """Write the record in place of an earlier state of it."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"  # type: ignore[call-overload]
    write_atomically(directory / f"{record.key}.json", text.encode("utf-8", "backslashreplace"))
    return record


def recorded_in(directory: Path, kind: type[R], what: str) -> list[R]:
    """The records of a folder, the oldest first; raises `ThiduaError` for a file that is no `what`."""
    return [_read(path, kind, what) for path in sorted(directory.glob("[!.]*.json"))]


def now() -> str:
    """This moment."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def free_key(directory: Path, started: str) -> str:
    """A key that sorts by time and is not taken."""
    day_and_time = started[:19].translate(str.maketrans("", "", "-:"))
    return first_free(directory / f"{day_and_time}-{number:02}.json" for number in count(1)).stem


def _read(path: Path, kind: type[R], what: str) -> R:
    try:
        record: R = _adapter(kind).validate_json(path.read_bytes())
        for moment in record.times:
            datetime.fromisoformat(moment)
    except ValueError as error:
        raise _none(path, what) from error
    if record.key != path.stem:
        raise _none(path, what)
    return record


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _none(path: Path, what: str) -> ThiduaError:
    return ThiduaError(path, f"not {what}", f"move it out of the {path.parent.name} folder")
