"""Lists the candidates, slips of the pen put together, the most reported first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import ThiduaError
from pipeline.warehouse.connect import reading
from pipeline.warehouse.scripts import script

SHORTEST_FUZZY, LONG = 12, 24
"""Letters from which one may differ between spellings of a name, and two."""


class UnknownCandidateError(ThiduaError):
    """A name that no candidate has."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that names a candidate, from `start` to `end`."""

    fact_id: str
    sentence: str
    start: int
    end: int
    url: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate in all its spellings; `first_seen` and `last_seen` are as exact as the pages tell."""

    candidate_id: str
    name: str
    mentions: int
    articles: int
    stories: int
    first_seen: str | None
    last_seen: str | None
    provinces: tuple[str, ...]
    other_spellings: tuple[str, ...]
    examples: tuple[Example, ...]
    spellings: tuple[str, ...]
    """The ids of all its spellings, its own among them."""


def candidates(path: Path, least: int = 1) -> list[Candidate]:
    """The candidates that at least so many articles report; raises `WarehouseError` where nothing is published."""
    with reading(path) as con:
        return _reported(con, _spellings(con), least)


def candidate(path: Path, candidate_id: str) -> Candidate | None:
    """The candidate with a spelling of that id, if there is one."""
    with reading(path) as con:
        groups = _spellings(con)
        head = next((head for head, ids in groups.items() if candidate_id in ids), None)
        return _reported(con, {head: groups[head]}, 1)[0] if head else None


def unknown(path: Path, candidate_id: str) -> UnknownCandidateError:
    """The error that tells that there is none, with the names that are nearest."""
    with reading(path) as con:
        near = ", ".join(name for (name,) in con.execute(_query("nearest"), {"wanted": candidate_id}).fetchall())
    next_step = f"did you mean one of: {near}?" if near else "see thidua campaigns candidates"
    return UnknownCandidateError(f"candidate {candidate_id!r}", "no such candidate in the warehouse", next_step)


def _spellings(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    ranked = [str(row[0]) for row in con.execute(_query("candidates")).fetchall()]
    alike = con.execute(_query("alike"), {"short": SHORTEST_FUZZY, "long": LONG}).fetchall()
    return grouped(ranked, alike)


def grouped(ranked: Sequence[str], alike: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each with those that are like it and rank below it; nothing hangs together by way of a third.

    >>> grouped(["a", "b", "c"], [("a", "b"), ("b", "c")])
    {'a': ('a', 'b'), 'c': ('c',)}
    """
    rank = {each: place for place, each in enumerate(ranked)}
    near: Mapping[str, set[str]] = defaultdict(set)
    for one, other in alike:
        near[one].add(other)
        near[other].add(one)
    groups: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for head in ranked:
        if head not in taken:
            groups[head] = (head, *sorted(near[head] - taken, key=lambda each: rank[each]))
            taken.update(groups[head])
    return groups


def _reported(con: duckdb.DuckDBPyConnection, groups: Mapping[str, tuple[str, ...]], least: int) -> list[Candidate]:
    pairs = [(spelling, head) for head, ids in groups.items() for spelling in ids]
    asked = {"spellings": [s for s, _ in pairs], "heads": [h for _, h in pairs], "least": least}
    result = con.execute(_query("reported"), asked)
    columns = [str(column[0]) for column in result.description or ()]
    return [_candidate(dict(zip(columns, row, strict=True)), groups) for row in result.fetchall()]


def _candidate(told: dict[str, Any], groups: Mapping[str, tuple[str, ...]]) -> Candidate:
    listed = {name: tuple(told[name] or ()) for name in ("provinces", "other_spellings")}
    examples = tuple(Example(**example) for example in told["examples"])
    return Candidate(**{**told, **listed, "examples": examples, "spellings": groups[told["candidate_id"]]})


def _query(name: str) -> str:
    return script(f"queries/{name}", "pipeline.candidates")
