"""The register of meetings: nouns that head their names, activities that decide their kind, days that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.files import HOME, RegisterRow, checked, read_toml, unique

Kind = Literal[
    "review", "interim_review", "briefing", "session", "congress", "award_ceremony", "launch", "signing",
    "honouring", "training", "seminar", "working_visit", "anniversary", "other",
]  # fmt: skip


class HeadWord(RegisterRow):
    """A noun that heads the name of a meeting, and when it is one (see the register)."""

    word: str = Field(min_length=2)
    kind: Kind
    stands: Literal["alone", "named", "quoted"]


class Activity(RegisterRow):
    """What is done at a meeting; `only_after_head` where the word means this only right behind the noun."""

    word: str = Field(min_length=2)
    kind: Kind
    only_after_head: bool = False


class Anniversary(RegisterRow):
    """A day that is kept every year or a decision whose years are counted, and when it fell first."""

    of: str = Field(min_length=4)
    year: int = Field(gt=1800, lt=2100)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """The register, each word once."""

    heads: tuple[HeadWord, ...]
    activities: tuple[Activity, ...]
    anniversaries: tuple[Anniversary, ...]


@cache
def load_meeting_words(path: Path = HOME / "registers" / "meetings.toml") -> MeetingWords:
    """The register of meetings; raises `RegisterError` naming file and line for a row that cannot be used."""
    heads = list(checked(path, read_toml(path, "head"), HeadWord))
    activities = list(checked(path, read_toml(path, "activity"), Activity))
    days = list(checked(path, read_toml(path, "anniversary"), Anniversary))
    unique(path, ((line, row.word) for line, row in heads), "head")
    unique(path, ((line, row.word) for line, row in activities), "activity")
    unique(path, ((line, row.of) for line, row in days), "anniversary")
    return MeetingWords(
        heads=tuple(row for _, row in heads),
        activities=tuple(row for _, row in activities),
        anniversaries=tuple(row for _, row in days),
    )
