"""Finds a declared source by what people call it."""

from __future__ import annotations

from difflib import get_close_matches

from corpus.sources import Source, load_sources
from extractors.text import search_key
from pipeline.errors import ThiduaError


class UnknownSourceError(ThiduaError):
    """A source that is not declared."""


def source_named(name: str) -> Source:
    """The source of that id, name or domain, with or without diacritics; raises `UnknownSourceError` with the nearest.

    >>> source_named("Báo Hà Tĩnh").id, source_named("bao ha tinh").id, source_named("baohatinh.vn").id
    ('bao-ha-tinh', 'bao-ha-tinh', 'bao-ha-tinh')
    """
    asked = search_key(name).replace(" ", "-")
    called = {word: source for source in reversed(load_sources()) for word in _words(source)}
    if asked in called:
        return called[asked]
    near = ", ".join(dict.fromkeys(called[word].id for word in get_close_matches(asked, called, n=3, cutoff=0.5)))
    hint = f"did you mean one of: {near}?" if near else "see `thidua sources list`"
    raise UnknownSourceError(f"source {name!r}", "not declared", hint)


def _words(source: Source) -> tuple[str, ...]:
    return (*source.domains, search_key(source.name).replace(" ", "-"), source.id)
