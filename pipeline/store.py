"""The shards of a data directory as one store: which row stands for a page, and the upkeep that leaves only that one.

A page may for a while have several rows: after a run that was killed, after a change of code or registers, or when the
same bytes are given under another name. One of them stands, by a rule that needs no clock, so that the order in which
pages came does not matter: a lasting outcome before one that depended on the machine, one of the current code and
registers before an older one, then the latest capture, then the name that sorts first.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from pipeline.atomic import first_free, remove_temporaries, sync_directory
from pipeline.captures import Rank, rank_of
from pipeline.compact import compact
from pipeline.errors import ShardError
from pipeline.sandbox import TRANSIENT
from pipeline.settings import Settings
from pipeline.shards import Shard, read_shard, scan, write_shard
from pipeline.stamp import Stamp, current_stamp

COLUMNS = ("page_id", "captured_at", "name", "outcome", "reason_code")
"""What tells which row of a page stands."""
_MISNAMED = "wrong_type"
"""What depends on the name: the same bytes under their right name are read."""


class Place(NamedTuple):
    """A row of a shard; of a page's places the least one stands. `reason_code` is set where it is quarantined.

    A tuple, as there is one for every page, and making a frozen dataclass takes three times as long.
    """

    transient: bool
    stale: bool
    rank: Rank
    shard: str
    row: int
    reason_code: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The shards that hold standing rows, in order, and all these rows: a table of shard and row."""

    shards: list[str]
    rows: pa.Table


@dataclass(slots=True)
class Survey:
    """Where each page's standing row is, which rows are superseded, and which files are no good shards."""

    standing: dict[str, Place] = field(default_factory=dict)
    superseded: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    bad: list[ShardError] = field(default_factory=list)

    def told(self) -> Standing:
        """Only where the standing rows are: a tenth of the memory."""
        places = self.standing.values()
        shards = pa.array((place.shard for place in places), pa.string(), size=len(places))
        rows = pa.array((place.row for place in places), pa.int64(), size=len(places))
        return Standing(sorted(shards.unique().to_pylist()), pa.table({"shard": shards, "row": rows}))

    def knows(self, page_id: str, rank: Rank) -> bool:
        """Whether reading this page again could not change what stands for it."""
        place = self.standing.get(page_id)
        return place is not None and not (place.transient or place.stale) and place.rank <= rank

    def add(self, page_id: str, place: Place) -> bool:
        """Take a row in; whether it stands, of those that were taken in by now."""
        other = self.standing.setdefault(page_id, place)
        if place is other:
            return True
        if place != other:
            self.standing[page_id], loser = sorted((place, other))
            self.superseded[loser.shard].add(loser.row)
        return self.standing[page_id] is place


def survey(shards_dir: Path, stamp: Stamp | None = None) -> Survey:
    """Read every shard's page identities."""
    found = Survey()
    with _all_stays():
        for shard in scan(shards_dir, COLUMNS):
            if isinstance(shard, ShardError):
                found.bad.append(shard)
            else:
                for page_id, place in places_in(shard, stamp or current_stamp()):
                    found.add(page_id, place)
    return found


def settle(settings: Settings) -> Survey:
    """Remove superseded rows, then join small shards; what replaces a shard is put in place first."""
    found = survey(settings.shards_dir)
    _replace(settings.shards_dir, found.superseded)
    left = survey(settings.shards_dir) if found.superseded else found
    joined = compact(settings.shards_dir, Counter(place.shard for place in left.standing.values()))
    return survey(settings.shards_dir) if joined else left


def set_aside(settings: Settings, bad: Iterable[ShardError]) -> None:
    """Move what is no good shard out of the way, so that its pages can be ingested again; nothing is deleted."""
    for error in bad:
        settings.aside_dir.mkdir(parents=True, exist_ok=True)
        names = (f"{number}-{error.path.name}" for number in count(1))
        error.path.rename(first_free(settings.aside_dir / name for name in names))
        sync_directory(settings.aside_dir)


def remove_leftovers(settings: Settings) -> None:
    """Remove the half-written files of dead runs."""
    for directory in (settings.shards_dir, settings.runs_dir):
        remove_temporaries(directory)


@contextmanager
def _all_stays() -> Iterator[None]:
    """Don't look for garbage meanwhile: a place is made for each page, and looking through all of them finds none."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def places_in(shard: Shard, stamp: Stamp) -> Iterator[tuple[str, Place]]:
    """Every row of a shard, with the page that it is of."""
    columns = (shard.table.column(name).to_pylist() for name in COLUMNS)
    stale, shard_name = shard.stamp != stamp, shard.path.name
    for row, (page_id, captured_at, name, outcome, code) in enumerate(zip(*columns, strict=True)):
        transient = outcome == "quarantined" and (code in TRANSIENT or code == _MISNAMED)
        yield page_id, Place(transient, stale, rank_of(captured_at, name), shard_name, row, code)


def _replace(shards_dir: Path, superseded: Mapping[str, set[int]]) -> None:
    """Put shards without these rows in place of theirs.

    All are written before any goes: what is left of one may be what another held, and go by its name.
    """
    written = [_without(shards_dir / name, rows) for name, rows in superseded.items()]
    for path in {shards_dir / name for name in superseded}.difference(written):
        path.unlink()
    if superseded:
        sync_directory(shards_dir)


def _without(path: Path, rows: set[int]) -> Path | None:
    """The shard of the other rows, where there are any."""
    shard = read_shard(path)
    kept = [row for row in range(shard.table.num_rows) if row not in rows]
    return write_shard(shard.table.take(pa.array(kept)), path.parent, shard.stamp) if kept else None
