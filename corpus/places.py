"""Provinces before and after 1 July 2025, and the districts that ended that day.

The names and successors of `provinces.csv` agree with the data of underthesea's `convert_address` (a test compares
them), from which the names in `districts.csv` are taken; districts that ended earlier are added by hand.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import field_validator

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_csv, unique


class Province(RegisterRow):
    """A province or a city under the central government, for as long as it bears this name.

    `successor` is the unit it went into after `valid_to`; an open end means that it exists, an open beginning that it
    is older than our sources.
    """

    name: str
    type: Literal["tỉnh", "thành phố"]
    successor: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    variants: tuple[str, ...] = ()

    @field_validator("variants", mode="before")
    @classmethod
    def _split(cls, cell: object) -> object:
        return tuple(cell.split("|")) if isinstance(cell, str) else cell


class District(RegisterRow):
    """A district, town or provincial city that existed until 30 June 2025; `province` is the one of that day."""

    name: str
    type: Literal["huyện", "quận", "thị xã", "thành phố"]
    province: str


@cache
def load_provinces(path: Path = HOME / "registers" / "provinces.csv") -> tuple[Province, ...]:
    """All provinces, those that ended included; raises `RegisterError` for a row or a successor that is unknown."""
    lined = list(checked(path, read_csv(path), Province))
    unique(path, ((line, p.name) for line, p in lined), "province")
    names = {p.name for _, p in lined}
    for line, province in lined:
        if province.successor and province.successor not in names:
            raise RegisterError(f"{path.name}:{line}: successor {province.successor!r} is no province; mend the row")
        if bool(province.successor) != bool(province.valid_to):
            raise RegisterError(f"{path.name}:{line}: a successor needs a valid_to, and the other way round")
    return tuple(p for _, p in lined)


def province_now(name: str) -> str:
    """The province of today's 34 that the territory of a province of the register belongs to.

    >>> province_now("Yên Bái"), province_now("Thừa Thiên Huế"), province_now("Cao Bằng")
    ('Lào Cai', 'Huế', 'Cao Bằng')
    """
    while successor := _successors()[name]:
        name = successor
    return name


@cache
def _successors() -> dict[str, str | None]:
    return {province.name: province.successor for province in load_provinces()}


@cache
def load_districts(path: Path = HOME / "registers" / "districts.csv") -> tuple[District, ...]:
    """All districts; raises `RegisterError` for one that stands twice or in an unknown province."""
    lined = list(checked(path, read_csv(path), District))
    unique(path, ((line, f"{d.type} {d.name}, {d.province}") for line, d in lined), "district")
    names = {p.name for p in load_provinces()}
    for line, district in lined:
        if district.province not in names:
            raise RegisterError(f"{path.name}:{line}: {district.province!r} is no province; mend the row")
    return tuple(d for _, d in lined)
