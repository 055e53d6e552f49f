"""Looks all declarations of sources over and tells every mistake, where loading stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from corpus.files import HOME, RegisterError, checked, read_toml
from corpus.places import load_provinces
from corpus.sources import Source

_INVENTED = ".example"


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: mistakes, which make the declarations unusable or false, and remarks; a line for each."""

    sources: int
    mistakes: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Declared:
    """A source and where it stands."""

    place: str
    source: Source


def check_sources(home: Path = HOME / "sources") -> Findings:
    """Every mistake and remark about the declarations under `home`, in order of file and line."""
    declared: list[_Declared] = []
    mistakes: list[str] = []
    for path in sorted(home.glob("*.toml")):
        for found in _rows(path):
            if isinstance(found, str):
                mistakes.append(found)
            else:
                declared.append(found)
    if not declared and not mistakes:
        mistakes.append(f"{home}: no [[source]] in any .toml; declare one")
    mistakes += (*_twice(declared), *_successors(declared), *_outliving(declared), *_overlapping(declared))
    return Findings(len(declared), tuple(mistakes), tuple(_remarks(declared)))


def _rows(path: Path) -> Iterator[_Declared | str]:
    """Each source of a file, or what is wrong with it."""
    try:
        rows = read_toml(path, "source")
    except RegisterError as error:
        yield str(error)
        return
    if not rows:
        yield f"{path.name}: no [[source]] in it; declare one or remove the file"
    for row in rows:
        try:
            (line, source), *_ = checked(path, [row], Source)
            yield _Declared(f"{path.name}:{line}", source)
        except RegisterError as error:
            yield str(error)


def _twice(declared: list[_Declared]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for one in declared:
        for key in (f"id {one.source.id!r}", *(f"domain {domain!r}" for domain in one.source.domains)):
            if key in seen:
                yield f"{one.place}: {key} stands already at {seen[key]}; keep one"
            seen.setdefault(key, one.place)


def _successors(declared: list[_Declared]) -> Iterator[str]:
    by_id = {one.source.id: one.source for one in declared}
    for one in declared:
        name, end = one.source.successor, one.source.valid_to
        if name is None or end is None:
            continue
        heir = by_id.get(name)
        if heir is None:
            yield f"{one.place}: successor {name!r} is no source; mend the row"
        elif heir.valid_to and heir.valid_to <= end:
            yield f"{one.place}: successor {name!r} ended on {heir.valid_to}, before it could take over; name another"


def _outliving(declared: list[_Declared]) -> Iterator[str]:
    ends = {province.name: province.valid_to for province in load_provinces()}
    for one in declared:
        end = ends[one.source.province] if one.source.province else None
        if end and (one.source.valid_to is None or one.source.valid_to > end):
            yield f"{one.place}: {one.source.province} ended on {end}, its source has to end by then; set valid_to"


def _overlapping(declared: list[_Declared]) -> Iterator[str]:
    """Sources of one name and province whose periods overlap: one publisher that is counted twice."""
    for one, other in combinations(declared, 2):
        a, b = one.source, other.source
        if (a.name, a.kind, a.province) != (b.name, b.kind, b.province):
            continue
        a_before_b = a.valid_to and b.valid_from and a.valid_to < b.valid_from
        b_before_a = b.valid_to and a.valid_from and b.valid_to < a.valid_from
        if not a_before_b and not b_before_a:
            yield f"{other.place}: {b.name!r} overlaps with {a.id!r} ({one.place}); part their periods"


def _remarks(declared: list[_Declared]) -> Iterator[str]:
    for one in declared:
        source = one.source
        if source.valid_to is not None or source.kind == "aggregator" or source.domains[0].endswith(_INVENTED):
            continue
        if source.province and not source.addresses and not source.robots_note:
            yield f"{one.place}: {source.id}: nothing to begin from: no start page, feed or sitemap"
        if source.kind == "newspaper" and source.addresses and source.article_pattern is None:
            yield f"{one.place}: {source.id}: no article_pattern: articles are known by general shapes"
        if source.insecure_tls_reason:
            yield f"{one.place}: {source.id}: TLS is not verified: {source.insecure_tls_reason}"
    current = [one.source for one in declared if one.source.valid_to is None]
    for name in sorted(province.name for province in load_provinces() if not province.successor):
        for kind in ("newspaper", "portal"):
            if not any(source.kind == kind and source.province == name for source in current):
                yield f"{name}: no current {kind}"
