"""The honours and who grants them: families, names, counters, words and authorities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml, unique

Level = Literal["state", "ministry", "province", "district", "commune", "unit"]
Unit = Literal["collective", "individual", "both", "household", "decision", "item"]
Deed = Literal["give", "receive", "commend", "propose", "detail", "recall", "silent"]


class Family(RegisterRow):
    """A kind of honour that facts are counted by; `unit` is what a bare number of them counts.

    `of_collectives` is the family of the same title held by collectives.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    name: str
    english: str
    unit: Unit
    ranked: bool = False
    of_collectives: str | None = None


class Honour(RegisterRow):
    """One honour with its names; `level` and `grantor` are set where the law leaves no choice, `levels` where few.

    `holder`: the name also stands before its bearer's; `weak`: an everyday word that needs other honours beside it;
    `party`: granted by the party, whoever hands it over; `rank`: the place that a prize's name tells.
    `central`: with a motto a central body's unless another gives it.
    `below_state`: by law never granted by President or Government, who are then not carried over to it.
    """

    family: str
    names: tuple[str, ...] = Field(min_length=1)
    level: Level | None = None
    levels: tuple[Level, ...] = ()
    grantor: str | None = None
    unit: Unit | None = None
    recipient: Unit | None = None
    law: str | None = None
    holder: bool = False
    weak: bool = False
    party: bool = False
    central: bool = False
    below_state: bool = False
    rank: Literal["1", "2", "3"] | None = None


class Counter(RegisterRow):
    """Nouns that stand after a number of recipients, and the unit they make."""

    unit: Unit
    nouns: tuple[str, ...] = Field(min_length=1)


class Word(RegisterRow):
    """Words that say what happens with an honour."""

    does: Deed
    forms: tuple[str, ...] = Field(min_length=1)


class Grantor(RegisterRow):
    """Heads of authorities' names with their level.

    The level of a `scoped` head is that of the scope word after it; an `office` tells none and stands before a body.
    """

    heads: tuple[str, ...] = Field(min_length=1)
    level: Level | None = None
    scoped: bool = False
    office: bool = False


class Scope(RegisterRow):
    """Words that tell the level of a scoped authority."""

    level: Level
    words: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True)
class AwardRegister:
    """All that `registers/awards.toml` says."""

    families: dict[str, Family]
    honours: tuple[Honour, ...]
    counters: tuple[Counter, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True)
class GrantorRegister:
    """All that `registers/grantors.toml` says."""

    grantors: tuple[Grantor, ...]
    scopes: tuple[Scope, ...]


Row = TypeVar("Row", bound=RegisterRow)


@cache
def load_awards(path: Path = HOME / "registers" / "awards.toml") -> AwardRegister:
    """The honours; raises `RegisterError` with file and line for an unknown key or family, or a name standing twice."""
    families = list(checked(path, read_toml(path, "family"), Family))
    unique(path, ((line, family.id) for line, family in families), "family")
    known = {family.id: family for _, family in families}
    for line, family in families:
        if family.of_collectives not in {None, *known}:
            raise RegisterError(f"{path.name}:{line}: no family {family.of_collectives!r}; add it or mend the family")
    honours = list(checked(path, read_toml(path, "award"), Honour))
    for line, honour in honours:
        if honour.family not in known:
            raise RegisterError(f"{path.name}:{line}: no family {honour.family!r}; add it or mend the award")
    counters = list(checked(path, read_toml(path, "counter"), Counter))
    words = list(checked(path, read_toml(path, "word"), Word))
    unique(path, _phrases((line, honour.names) for line, honour in honours), "name of an award")
    unique(path, _phrases((line, counter.nouns) for line, counter in counters), "counter")
    unique(path, _phrases((line, word.forms) for line, word in words), "word")
    return AwardRegister(known, _rows(honours), _rows(counters), _rows(words))


@cache
def load_grantors(path: Path = HOME / "registers" / "grantors.toml") -> GrantorRegister:
    """The authorities; raises `RegisterError` with file and line for an unknown key or a head that stands twice."""
    grantors = list(checked(path, read_toml(path, "grantor"), Grantor))
    scopes = list(checked(path, read_toml(path, "scope"), Scope))
    unique(path, _phrases((line, grantor.heads) for line, grantor in grantors), "head of an authority")
    unique(path, _phrases((line, scope.words) for line, scope in scopes), "scope")
    return GrantorRegister(_rows(grantors), _rows(scopes))


def _phrases(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, str]]:
    return ((line, phrase.casefold()) for line, phrases in rows for phrase in phrases)


def _rows(lined: Iterable[tuple[int, Row]]) -> tuple[Row, ...]:
    return tuple(row for _, row in lined)
