"""The words that offices and names are made of: heads, bodies, units, fields, abbreviations, family names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml, unique

Level = Literal["central", "ministry", "province", "district", "commune", "unit"]
Takes = Literal["name", "field", "proper", "place", "person", "firm", "nothing"]
Names = tuple[str, ...]
_REGISTERS = HOME / "registers"
Row = TypeVar("Row", bound=RegisterRow)


class Head(RegisterRow):
    """What somebody is: `names` alike in all else; see the register for what each key means."""

    names: Names = Field(min_length=1)
    takes: Takes
    kind: Literal["office", "staff"] = "office"
    level: Level | None = None
    rank: int | None = None
    deputy: bool = False
    second: bool = False
    serves: bool = False
    posted: bool = False
    needs_body: bool = False
    capital: bool = False
    pairs: Names = ()


class Body(RegisterRow):
    """What the office belongs to, from the part (`rank` 10) to the whole (60)."""

    names: Names = Field(min_length=1)
    takes: Takes
    rank: int = Field(ge=1, le=60)
    level: Level | None = None
    capital: bool = False
    parent: bool = True


class Unit(RegisterRow):
    """A word for a territorial unit."""

    names: Names = Field(min_length=1)
    level: Level | None = None


class Status(RegisterRow):
    """A word that says the office is past or provisional."""

    names: Names = Field(min_length=1)
    value: Literal["former", "acting", "current", "titular"]


class Phrases(RegisterRow):
    """Names that share a meaning and nothing else."""

    names: Names = Field(min_length=1)


class Words(RegisterRow):
    """A list of words or short phrases."""

    words: Names = Field(min_length=1)


class Syllables(RegisterRow):
    """Syllables, written in one line."""

    words: str


class Abbreviation(RegisterRow):
    """Short forms and what they stand for."""

    short: Names = Field(min_length=1)
    long: str
    kind: Literal["head", "body", "unit", "word"]
    needs_body: bool = False


class Family(RegisterRow):
    """Family names of a people; `common` ones are enough to know a name by, `clan` ones with one syllable more."""

    people: str
    names: Names = Field(min_length=1)
    common: bool = False
    clan: bool = False


class Middle(RegisterRow):
    """Second syllables of names."""

    words: Names = Field(min_length=1)
    gendered: bool = False


class Address(RegisterRow):
    """Words before a name: to one person, to many, a rank or degree, or a profession."""

    kind: Literal["one", "many", "rank", "profession"]
    words: Names = Field(min_length=1)


@dataclass(frozen=True)
class OfficeRegister:
    """Everything in `offices.toml` and `abbreviations.toml`."""

    heads: tuple[Head, ...]
    bodies: tuple[Body, ...]
    units: tuple[Unit, ...]
    countries: Names
    statuses: tuple[Status, ...]
    modifiers: Names
    fields: Names
    syllables: frozenset[str]
    verbs: Names
    abbreviations: tuple[Abbreviation, ...]


@dataclass(frozen=True)
class NameRegister:
    """Everything in `names.toml`."""

    families: tuple[Family, ...]
    middles: tuple[Middle, ...]
    never: Names
    addresses: tuple[Address, ...]
    links: Names
    namesakes: Names
    bylines: Names
    history: Names
    others: frozenset[str]


def _rows(path: Path, table: str, model: type[Row]) -> list[tuple[int, Row]]:
    return list(checked(path, read_toml(path, table), model))


def _words(path: Path, table: str) -> Names:
    return tuple(word for _, row in _rows(path, table, Words) for word in row.words)


def _phrases(path: Path, table: str) -> Names:
    return tuple(name for _, row in _rows(path, table, Phrases) for name in row.names)


@cache
def load_offices(home: Path = _REGISTERS) -> OfficeRegister:
    """The registers of offices; raises `RegisterError` with file and line for a row that cannot be used."""
    path, short = home / "offices.toml", home / "abbreviations.toml"
    heads, bodies = _rows(path, "head", Head), _rows(path, "body", Body)
    abbreviations = _rows(short, "abbreviation", Abbreviation)
    unique(path, ((line, name) for line, head in heads for name in head.names), "head")
    unique(path, ((line, name) for line, body in bodies for name in body.names), "body")
    unique(short, ((line, form) for line, row in abbreviations for form in row.short), "abbreviation")
    for line, head in heads:
        if head.second and not any(name.endswith(" trưởng") or name.startswith("Trưởng ") for name in head.names):
            raise RegisterError(f'{path.name}:{line}: second: only a "… trưởng" has a "… phó"; mend the row')
    syllables = " ".join(row.words for _, row in _rows(path, "syllables", Syllables))
    return OfficeRegister(
        heads=tuple(head for _, head in heads),
        bodies=tuple(body for _, body in bodies),
        units=tuple(unit for _, unit in _rows(path, "unit", Unit)),
        countries=_phrases(path, "country"),
        statuses=tuple(status for _, status in _rows(path, "status", Status)),
        modifiers=_phrases(path, "modifier"),
        fields=_phrases(path, "field"),
        syllables=frozenset(syllables.split()),
        verbs=_words(path, "verbs"),
        abbreviations=tuple(row for _, row in abbreviations),
    )


@cache
def load_names(path: Path = _REGISTERS / "names.toml") -> NameRegister:
    """The register of names; raises `RegisterError` with file and line for a row that cannot be used."""
    families = _rows(path, "family", Family)
    unique(path, ((line, name) for line, family in families for name in family.names), "family name")
    return NameRegister(
        families=tuple(family for _, family in families),
        middles=tuple(middle for _, middle in _rows(path, "middle", Middle)),
        never=_words(path, "never"),
        addresses=tuple(address for _, address in _rows(path, "address", Address)),
        links=_words(path, "link"),
        namesakes=_words(path, "namesake"),
        bylines=_words(path, "byline"),
        history=_phrases(path, "history"),
        others=frozenset(" ".join(row.words for _, row in _rows(path, "other", Syllables)).split()),
    )
