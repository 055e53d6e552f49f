"""Which sources a night visits, and how a rehearsal finds them on one machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from corpus.hosts import host_of
from corpus.sources import Source, load_sources
from pipeline.crawl.settings import CrawlSettings
from pipeline.nightly.settings import NightSettings, SettingsError
from pipeline.source_names import source_named

_RESERVED = (".example", ".invalid", ".test", ".localhost")
"""Domains that RFC 2606 keeps out of the net; the samples stand there."""


def sources_tonight(settings: NightSettings, today: date) -> tuple[Source, ...]:
    """The sources named in the settings or, where none is, all that `is_visited`; raises `SettingsError` for none.

    Naming a source is enough to have it visited, whether it is verified or not and whether it still publishes.
    """
    own = {source.id: source for source in settings.declared()}
    if settings.sources:
        named = (own.get(name) or source_named(name) for name in settings.sources)
        chosen = tuple({source.id: source for source in named}.values())
    else:
        known = (*load_sources(), *own.values())
        chosen = tuple(source for source in known if is_visited(source, today, settings))
    without = [source.id for source in chosen if not source.addresses]
    if without or not chosen:
        why = "no feed, sitemap or start page is declared" if without else "none is to be visited"
        raise SettingsError(", ".join(without) or "sources", why, "see `thidua sources list`, or name others")
    return chosen


def is_visited(source: Source, today: date, settings: NightSettings) -> bool:
    """Whether a source is visited without being named: it publishes today, somewhere, and was seen to."""
    return (
        bool(source.addresses)
        and (source.verified or settings.unverified)
        and (source.valid_from is None or source.valid_from <= today)
        and (source.valid_to is None or today <= source.valid_to)
        and not source.domains[0].endswith(_RESERVED)
    )


def rehearsed(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, their pages asked for over http on machines that may be private.

    >>> sample = next(s for s in load_sources() if s.id == "mau-bao-song-xanh")
    >>> rehearsed([sample])[0].start_pages
    ('http://baosongxanh.example/',)
    """
    return tuple(
        source.model_copy(
            update={
                "allow_private": True,
                **{key: tuple(map(_over_http, getattr(source, key))) for key in ("start_pages", "feeds", "sitemaps")},
            }
        )
        for source in sources
    )


def led_to(crawl: CrawlSettings, sources: Iterable[Source], machine: str) -> CrawlSettings:
    """The settings of a crawl that finds every host of the sources on one machine."""
    hosts = {host for source in sources for host in (*source.domains, *map(host_of, source.addresses))}
    return crawl.model_copy(update={"resolve": {**crawl.resolve, **dict.fromkeys(sorted(hosts), machine)}})


def _over_http(url: str) -> str:
    return urlsplit(url)._replace(scheme="http").geturl()
