"""Accuracy floors: what an evaluation must reach, pinned in a file that a re-pin can raise but not quietly lower."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.files import mistake_in
from pipeline.errors import ThiduaError
from pipeline.evaluate.figures import Figure

_SLACK = 0.0005
"""Floors are written with three decimals; a figure may lie below its floor by less than what rounding hides."""


class FloorError(ThiduaError):
    """A figure below its floor, or floors that were pinned on other gold facts."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each metric, on the gold facts with this fingerprint; `lowered` says why any was let down."""

    gold: str
    f1: Mapping[str, float]
    lowered: tuple[str, ...] = ()


def fingerprint(folder: Path) -> str:
    """A hash over the gold facts of a folder: figures on other facts are not comparable."""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.json")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def read_floors(path: Path) -> Floors:
    """The floors of a file; raises `FloorError` where there is none, or what stands in it is none."""
    if not path.is_file():
        raise FloorError(path, "no floors here", "pin them with `thidua evaluate GOLD_DIR --pin FILE`")
    try:
        return TypeAdapter(Floors).validate_python(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        raise FloorError(path, mistake_in(error), "mend the file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FloorError(path, f"not valid TOML ({error})", "mend the file") from error


def below(floors: Floors, reached: Mapping[str, Figure]) -> list[str]:
    """The metrics below their floor, each as `metric 0.912 < 0.930`."""
    return [
        f"{metric} {reached[metric].f1:.3f} < {floor:.3f}" if metric in reached else f"{metric} not measured"
        for metric, floor in floors.f1.items()
        if metric not in reached or reached[metric].f1 < floor - _SLACK
    ]


def pinned(path: Path, gold: str, reached: Mapping[str, Figure], *, lower_because: str | None = None) -> Floors:
    """The floors raised to what was reached.

    A floor is never lowered, nor forgotten, without a reason; the reason stays in the file with the figures.
    """
    old = read_floors(path) if path.is_file() else Floors(gold, {})
    new = {metric: int(figure.f1 * 1000) / 1000 for metric, figure in reached.items()}
    if lower_because is None:
        if old.gold != gold:
            raise FloorError(path, "pinned on other gold facts", "say why with --lower-because")
        return Floors(gold, {m: max(new.get(m, 0.0), old.f1.get(m, 0.0)) for m in {**old.f1, **new}}, old.lowered)
    fallen = below(old, reached)
    note = f"{lower_because} ({'; '.join(fallen) or 'nothing fell'})"
    return Floors(gold, new, (*old.lowered, note))


def as_toml(floors: Floors) -> str:
    """The floors as the text of their file."""
    lines = ["# Least F1 of each metric; raised by `thidua evaluate --pin`, lowered only with --lower-because."]
    lines += [f'gold = "{floors.gold}"', "lowered = ["]
    lines += [f"  {_quoted(note)}," for note in floors.lowered]
    lines += ["]", "", "[f1]", *(f"{metric} = {floor:.3f}" for metric, floor in floors.f1.items()), ""]
    return "\n".join(lines)


def _quoted(note: str) -> str:
    escaped = note.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else " " for c in escaped) + '"'
