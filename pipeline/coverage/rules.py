"""The limits of the watch, from `alarms.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from corpus.files import RegisterError, RegisterRow, checked, read_toml, unique

HOME = Path(__file__).parent


class Window(RegisterRow):
    """What the expectations rest on; `alarms.toml` says what each number means."""

    days: int = Field(ge=14)
    weeks: int = Field(ge=1)
    least_weeks: int = Field(ge=1)
    body_syllables: int = Field(ge=1)
    catch_up_days: int = Field(ge=0)
    common_least_sources: int = Field(ge=2)
    common_least_expected: float = Field(gt=0)


class AlarmRule(RegisterRow):
    """One kind of alarm: its limits, why they are so, and histories in which it must alarm and must not."""

    id: str = Field(pattern=r"^[a-z_]+$")
    why: str = Field(min_length=20)
    limits: dict[str, float]
    example: dict[str, Any]
    counterexample: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rules:
    """The window and the alarms, in the order in which alarms are told."""

    window: Window
    alarms: tuple[AlarmRule, ...]

    def limits(self, name: str) -> dict[str, float]:
        """The limits of one alarm; `KeyError` where there is no such rule."""
        for rule in self.alarms:
            if rule.id == name:
                return rule.limits
        raise KeyError(f"no alarm {name!r} in alarms.toml")


@cache
def load_rules(path: Path = HOME / "alarms.toml") -> Rules:
    """The rules; raises `RegisterError` naming file, line and key of a mistake."""
    windows = [window for _, window in checked(path, read_toml(path, "window"), Window)]
    if len(windows) != 1:
        raise RegisterError(f"{path.name}: {len(windows)} entries [[window]]; keep one")
    lined = list(checked(path, read_toml(path, "alarm"), AlarmRule))
    unique(path, ((line, rule.id) for line, rule in lined), "alarm")
    return Rules(windows[0], tuple(rule for _, rule in lined))
