"""The sources: who publishes, on which domains, for which province, and what we know of it.

One TOML per province (`sources/vinh-long.toml`, the titles of merged provinces included), one for central bodies, one
for aggregators and one for the sample site. `evidence` says what a declaration rests on: `P` a page of it was seen, `C`
it stands in the configuration of a public crawler, `S` it is an article we started from, `G` general knowledge only.
Whether a domain still serves its archive after `valid_to` has not been looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml
from corpus.places import load_provinces

Kind = Literal["newspaper", "portal", "party", "journal", "ministry", "organisation", "aggregator"]
Evidence = Literal["P", "C", "S", "G"]
_DOMAIN = re.compile(r"(?!www\.)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}")


class Source(RegisterRow):
    """One publisher for as long as it publishes under this name.

    A domain stands for its sub-domains too, unless another source declares them. `province` is the name of that time
    and absent for central bodies and aggregators; `delay_seconds` is the pause between two requests to one host.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=2)
    kind: Kind
    province: str | None = None
    domains: tuple[str, ...] = Field(min_length=1)
    start_pages: tuple[str, ...] = ()
    language: str = Field(default="vi", pattern=r"^[a-z]{2}$")
    delay_seconds: float = Field(default=2.0, ge=1)
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    valid_from: date | None = None
    valid_to: date | None = None
    notes: str | None = None

    @property
    def verified(self) -> bool:
        """Whether somebody has seen it: `False` where the declaration is general knowledge only."""
        return any(mark != "G" for mark in self.evidence)

    @field_validator("province")
    @classmethod
    def _known(cls, name: str | None) -> str | None:
        if name is not None and name not in {province.name for province in load_provinces()}:
            raise ValueError(f"{name!r} is no province in registers/provinces.csv")
        return name

    @field_validator("domains")
    @classmethod
    def _bare(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        for domain in domains:
            if not _DOMAIN.fullmatch(domain):
                raise ValueError(f"{domain!r} is no bare domain such as 'baohatinh.vn' (no scheme, path, port or www)")
        return domains

    @model_validator(mode="after")
    def _agrees(self) -> Source:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to is before valid_from")
        for page in self.start_pages:
            if not any(domain in self.domains for domain in _parents(_host(page))):
                raise ValueError(f"start page {page!r} is not on a domain of the source")
        return self


@cache
def load_sources(home: Path = HOME / "sources") -> tuple[Source, ...]:
    """All sources, in order of file and line; raises `RegisterError` naming file, line and key of a mistake."""
    placed = [(path, line, source) for path in sorted(home.glob("*.toml")) for line, source in _file(path)]
    seen: dict[str, str] = {}
    for path, line, source in placed:
        for key in (f"id {source.id!r}", *(f"domain {domain!r}" for domain in source.domains)):
            if key in seen:
                raise RegisterError(f"{path.name}:{line}: {key} stands already at {seen[key]}; keep one")
            seen[key] = f"{path.name}:{line}"
    return tuple(source for _, _, source in placed)


def source_of(url: str) -> Source | None:
    """The source that an address belongs to, by the longest declared domain that its host ends in.

    >>> source_of("https://www.BaoHaTinh.vn/thoi-su/tin-post1.html").name
    'Báo Hà Tĩnh'
    >>> source_of("https://khongphaibaohatinh.vn/") is None
    True
    """
    declared = _by_domain()
    return next((declared[domain] for domain in _parents(_host(url)) if domain in declared), None)


@cache
def _by_domain() -> dict[str, Source]:
    return {domain: source for source in load_sources() for domain in source.domains}


def _file(path: Path) -> Iterator[tuple[int, Source]]:
    raw = read_toml(path, "source")
    if not raw:
        raise RegisterError(f"{path.name}: no [[source]] in it; declare one or remove the file")
    return checked(path, raw, Source)


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _parents(host: str) -> Iterator[str]:
    """The host and every domain above it, longest first.

    >>> list(_parents("snv.hanam.gov.vn"))
    ['snv.hanam.gov.vn', 'hanam.gov.vn', 'gov.vn', 'vn']
    """
    labels = host.split(".")
    return (".".join(labels[at:]) for at in range(len(labels)))
