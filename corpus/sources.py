"""The sources: who publishes, on which domains, for which province, how it is crawled, and what we know of it.

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
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml
from corpus.hosts import host_of
from corpus.places import load_provinces, province_now

Kind = Literal["newspaper", "portal", "party", "journal", "ministry", "organisation", "aggregator"]
Evidence = Literal["P", "C", "S", "G"]
TopicFilter = Literal["on", "off"]
Unseen = Literal["start_pages", "feeds", "sitemaps", "article_pattern", "listing_next"]
_DOMAIN = re.compile(r"(?!www\.)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}")
_WHOLE_PAPERS = frozenset(("newspaper", "aggregator"))


def _topic_filter(row: dict[str, Any]) -> TopicFilter:
    return "on" if row.get("kind") in _WHOLE_PAPERS else "off"


class Source(RegisterRow):
    """One publisher for as long as it publishes under this name.

    A domain stands for its sub-domains too, unless another source declares them. `province` is the name of that time
    and absent for central bodies and aggregators; `successor` is the source that took over after `valid_to`.
    `delay_seconds` is the pause between two requests to one host and `max_pages` what one night may fetch.
    `article_pattern` is searched for in the path and query of an address, `listing_next` in those of a further page of
    a listing. `topic_filter` says whether only what sounds of emulation is fetched: `on` for whole papers, `off` for
    who publishes little else. `unverified` names the keys whose values nobody has seen answer. `media_hosts` are hosts
    elsewhere that the documents of its articles are fetched from; those of its own registered domain need no mention.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=2)
    kind: Kind
    province: str | None = None
    domains: tuple[str, ...] = Field(min_length=1)
    start_pages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    article_pattern: re.Pattern[str] | None = None
    listing_next: re.Pattern[str] | None = None
    media_hosts: tuple[str, ...] = ()
    language: str = Field(default="vi", pattern=r"^[a-z]{2}$")
    delay_seconds: float = Field(default=1.0, ge=0, le=3600)
    max_pages: int = Field(default=500, ge=1)
    topic_filter: TopicFilter = Field(default_factory=_topic_filter)
    allow_private: bool = False
    insecure_tls_reason: str | None = Field(default=None, min_length=10)
    robots_note: str | None = None
    verified: bool = True
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    unverified: tuple[Unseen, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    notes: str | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that is declared to begin from: feeds, sitemaps, start pages."""
        return (*self.feeds, *self.sitemaps, *self.start_pages)

    @property
    def province_now(self) -> str | None:
        """The province of today's 34 that its territory belongs to.

        >>> next(s for s in load_sources() if s.id == "bao-yen-bai").province_now
        'Lào Cai'
        """
        return province_now(self.province) if self.province else None

    def covers(self, url: str) -> bool:
        """Whether an address is on a domain of this source, or on a sub-domain that no other source declares."""
        declared = _by_domain()
        known = (domain for domain in _parents(_host(url)) if domain in self.domains or domain in declared)
        return next(known, None) in self.domains

    @field_validator("province")
    @classmethod
    def _known(cls, name: str | None) -> str | None:
        if name is not None and name not in {province.name for province in load_provinces()}:
            raise ValueError(f"{name!r} is no province in registers/provinces.csv")
        return name

    @field_validator("domains", "media_hosts")
    @classmethod
    def _bare(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        for domain in domains:
            if not _DOMAIN.fullmatch(domain):
                raise ValueError(f"{domain!r} is no bare domain such as 'baohatinh.vn' (no scheme, path, port or www)")
        return domains

    @field_validator("start_pages", "feeds", "sitemaps")
    @classmethod
    def _whole(cls, addresses: tuple[str, ...]) -> tuple[str, ...]:
        for address in addresses:
            if not address.startswith(("https://", "http://")) or not _host(address):
                raise ValueError(f"{address!r} is no whole address such as 'https://baohatinh.vn/'")
        return addresses

    @model_validator(mode="after")
    def _agrees(self) -> Source:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to is before valid_from")
        if self.successor and not self.valid_to:
            raise ValueError("a successor needs a valid_to")
        if self.verified != any(mark != "G" for mark in self.evidence):
            raise ValueError("verified = false belongs to general knowledge (evidence G) only, and to all of it")
        for page in self.addresses:
            if not any(domain in self.domains for domain in _parents(_host(page))):
                raise ValueError(f"start page {page!r} is not on a domain of the source")
        return self


def relocated(source: Source, base_url: str) -> Source:
    """A copy of a declaration whose addresses stand under `base_url`, which may be private: a rehearsal on loopback.

    Paths and queries stay, after the path of `base_url` if it has one; the domain becomes its host.

    >>> sample = next(s for s in load_sources() if s.id == "mau-bao-song-xanh")
    >>> relocated(sample, "http://127.0.0.1:8000").start_pages
    ('http://127.0.0.1:8000/',)
    """
    base = base_url.rstrip("/")

    def moved(addresses: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(base + _path_and_query(address) for address in addresses)

    return source.model_copy(
        update={
            "domains": (_host(base_url),),
            "start_pages": moved(source.start_pages),
            "feeds": moved(source.feeds),
            "sitemaps": moved(source.sitemaps),
            "allow_private": True,
        }
    )


@cache
def load_sources(home: Path = HOME / "sources") -> tuple[Source, ...]:
    """All sources, in order of file and line; raises `RegisterError` naming file, line and key of a mistake."""
    placed = [(path, line, source) for path in sorted(home.glob("*.toml")) for line, source in declared_in(path)]
    seen: dict[str, str] = {}
    for path, line, source in placed:
        for key in (f"id {source.id!r}", *(f"domain {domain!r}" for domain in source.domains)):
            if key in seen:
                raise RegisterError(f"{path.name}:{line}: {key} stands already at {seen[key]}; keep one")
            seen[key] = f"{path.name}:{line}"
    for path, line, source in placed:
        if source.successor and f"id {source.successor!r}" not in seen:
            raise RegisterError(f"{path.name}:{line}: successor {source.successor!r} is no source; mend the row")
    return tuple(source for _, _, source in placed)


def declared_in(path: Path) -> Iterator[tuple[int, Source]]:
    """The sources of one file, each with its line."""
    raw = read_toml(path, "source")
    if not raw:
        raise RegisterError(f"{path.name}: no [[source]] in it; declare one or remove the file")
    return checked(path, raw, Source)


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


def _host(url: str) -> str:
    return host_of(url if "//" in url else f"//{url}")


def _path_and_query(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _parents(host: str) -> Iterator[str]:
    """The host and every domain above it, longest first.

    >>> list(_parents("snv.hanam.gov.vn"))
    ['snv.hanam.gov.vn', 'hanam.gov.vn', 'gov.vn', 'vn']
    """
    labels = host.split(".")
    return (".".join(labels[at:]) for at in range(len(labels)))
