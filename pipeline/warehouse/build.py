"""Builds the warehouse: all shards → a DuckDB file → checks → the published file.

The file is made anew, or grown from a copy of the published one; what stands in it is the same either way.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import duckdb

from pipeline.atomic import TEMPORARY
from pipeline.errors import WarehouseError
from pipeline.lock import exclusive
from pipeline.manifest import Manifest, write_into
from pipeline.publish import publish
from pipeline.settings import Settings
from pipeline.stamp import current_stamp
from pipeline.store import Standing, survey
from pipeline.warehouse.base import copied
from pipeline.warehouse.checking import check_all
from pipeline.warehouse.connect import WAREHOUSE_VERSION, first_line, spill_of, writing
from pipeline.warehouse.hash import content_hash, tables
from pipeline.warehouse.loading import grow, load
from pipeline.warehouse.recipe import recipe, verdicts_digest


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built; `rows` counts the rows of each table, `publish_seconds` is the part after the last check.

    `added` counts the articles that were added since the file was last made anew; `given_up` says which check a grown
    file failed, where it was made anew for that.
    """

    path: Path
    content_hash: str
    rows: dict[str, int]
    shards: int
    added: int
    seconds: float
    publish_seconds: float
    given_up: str | None


@dataclass(frozen=True, slots=True)
class _MadeOf:
    """What a file is made of: told before any of it is read, so that what comes meanwhile is not taken to be in it."""

    recipe: str
    verdicts: str
    shards: int


class Start(StrEnum):
    """What a build starts from."""

    PUBLISHED = "published"
    """The published file, where it was made the same way and not too much has changed."""
    NOTHING = "nothing"


def build(settings: Settings, start: Start = Start.PUBLISHED) -> BuildReport:
    """Build, check and publish the warehouse; takes the lock of the data directory.

    Raises `ShardError` for a shard that cannot be used, `WarehouseError` where nothing is stored, a check fails or the
    disk is full, `BusyError` where another process is writing. Whatever is raised, what was published stays.
    """
    started = time.monotonic()
    with exclusive(settings.data_dir):
        store = _stored(settings)
        manifest, publish_seconds, given_up = _build_and_publish(settings, store, start)
    return BuildReport(
        path=settings.warehouse_path,
        content_hash=manifest.content_hash,
        rows=manifest.rows,
        shards=manifest.shards,
        added=manifest.added,
        seconds=time.monotonic() - started,
        publish_seconds=publish_seconds,
        given_up=given_up,
    )


def _stored(settings: Settings) -> Standing:
    """What there is to build from; what else a survey knows is forgotten, for the memory."""
    store = survey(settings.shards_dir)
    if store.bad:
        raise store.bad[0]
    if not store.standing:
        raise WarehouseError(settings.shards_dir, "no pages are stored there", "run `thidua ingest PATH...` first")
    return store.told()


def _build_and_publish(settings: Settings, store: Standing, start: Start) -> tuple[Manifest, float, str | None]:
    """What was published, the seconds that putting it in place took, and why a grown file was given up."""
    published = settings.warehouse_path
    published.parent.mkdir(parents=True, exist_ok=True)
    candidate = published.with_name(f".{published.name}{TEMPORARY}")
    _remove(candidate)
    made_of = _MadeOf(recipe(settings), verdicts_digest(settings), len(store.shards))
    try:
        grown = _grown(settings, store, candidate, made_of) if start is Start.PUBLISHED else None
        manifest = grown if isinstance(grown, Manifest) else _made_anew(settings, store, candidate, made_of)
        sealed = time.monotonic()
        publish(candidate, manifest, published)
    except (duckdb.Error, OSError) as error:
        next_step = "what was published before stays; free some disk space or memory, or ingest the pages again"
        raise WarehouseError(published, f"cannot be built ({first_line(error)})", next_step) from error
    finally:
        _remove(candidate)
    return manifest, time.monotonic() - sealed, str(grown) if isinstance(grown, WarehouseError) else None


def _made_anew(settings: Settings, store: Standing, candidate: Path, made_of: _MadeOf) -> Manifest:
    with writing(candidate) as con:
        load(con, settings, store)
        check_all(con)
        return _seal(con, made_of, added=0)


def _grown(settings: Settings, store: Standing, candidate: Path, made_of: _MadeOf) -> Manifest | WarehouseError | None:
    """The published file with what changed since; `None`, and nothing left of it, where it has to be made anew.

    So it has where a check fails, which is the error then: made anew it either passes, or names the fault.
    """
    base = copied(settings.warehouse_path, candidate, made_of.recipe)
    if base is None:
        return None
    failed = None
    try:
        with writing(candidate) as con:
            growth = grow(con, settings, store, base.added)
            if growth:
                check_all(con, growth.first_new)
                return _seal(con, made_of, added=growth.added)
    except WarehouseError as error:
        failed = error
    _remove(candidate)
    return failed


def _seal(con: duckdb.DuckDBPyConnection, made_of: _MadeOf, *, added: int) -> Manifest:
    """Write what the file is into it, and bring all of it to disk."""
    stamp = current_stamp()
    rows = {name: int(con.table(name).count("*").fetchall()[0][0]) for name in tables(con) if name != "snapshot"}
    ((first_day, last_day, undated),) = con.execute(_COVERAGE).fetchall()
    manifest = Manifest(
        content_hash=content_hash(con),
        warehouse_version=WAREHOUSE_VERSION,
        code_version=stamp.code_version,
        register_hash=stamp.register_hash,
        recipe=made_of.recipe,
        verdicts=made_of.verdicts,
        shards=made_of.shards,
        added=added,
        built_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        first_day=first_day,
        last_day=last_day,
        undated=undated,
        rows=rows,
    )
    write_into(con, manifest)
    con.execute("CHECKPOINT")
    return manifest


_COVERAGE = "SELECT min(published)::VARCHAR, max(published)::VARCHAR, count(*) - count(published) FROM articles"


def _remove(candidate: Path) -> None:
    for path in (candidate, candidate.with_name(f"{candidate.name}.wal")):
        path.unlink(missing_ok=True)
    shutil.rmtree(spill_of(candidate), ignore_errors=True)
