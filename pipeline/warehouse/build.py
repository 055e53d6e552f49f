"""Builds the warehouse: all shards → a fresh DuckDB file → checks → the published file."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.atomic import TEMPORARY
from pipeline.errors import WarehouseError
from pipeline.lock import exclusive
from pipeline.manifest import Manifest, write_into
from pipeline.publish import publish
from pipeline.review.tables import review_tables
from pipeline.runs import recorded
from pipeline.settings import Settings
from pipeline.stamp import current_stamp
from pipeline.store import Survey, survey
from pipeline.stories import group_stories
from pipeline.warehouse.checking import check_all
from pipeline.warehouse.connect import WAREHOUSE_VERSION, first_line, quoted, spill_of, writing
from pipeline.warehouse.hash import content_hash, tables
from pipeline.warehouse.registers import lend, register_tables
from pipeline.warehouse.run_table import run_table
from pipeline.warehouse.scripts import COUNTS, LOADS, SCHEMA, VIEWS, script


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built; `rows` counts the rows of each table, `publish_seconds` is the part after the last check."""

    path: Path
    content_hash: str
    rows: dict[str, int]
    shards: int
    seconds: float
    publish_seconds: float


def build(settings: Settings) -> BuildReport:
    """Build, check and publish the warehouse; takes the lock of the data directory.

    Raises `ShardError` for a shard that cannot be used, `WarehouseError` where nothing is stored, a check fails or the
    disk is full, `BusyError` where another process is writing. Whatever is raised, what was published stays.
    """
    started = time.monotonic()
    with exclusive(settings.data_dir):
        store = survey(settings.shards_dir)
        if store.bad:
            raise store.bad[0]
        if not store.standing:
            raise WarehouseError(settings.shards_dir, "no pages are stored there", "run `thidua ingest PATH...` first")
        manifest, publish_seconds = _build_and_publish(settings, store)
    return BuildReport(
        path=settings.warehouse_path,
        content_hash=manifest.content_hash,
        rows=manifest.rows,
        shards=manifest.shards,
        seconds=time.monotonic() - started,
        publish_seconds=publish_seconds,
    )


def _build_and_publish(settings: Settings, store: Survey) -> tuple[Manifest, float]:
    """What was published, and the seconds that putting it in place took."""
    published = settings.warehouse_path
    published.parent.mkdir(parents=True, exist_ok=True)
    candidate = published.with_name(f".{published.name}{TEMPORARY}")
    _remove(candidate)
    try:
        with writing(candidate) as con:
            load(con, settings, store)
            check_all(con)
            manifest = _seal(con, shards=len(_shard_names(store)))
        sealed = time.monotonic()
        publish(candidate, manifest, published)
    except (duckdb.Error, OSError) as error:
        next_step = "what was published before stays; free some disk space or memory, or ingest the pages again"
        raise WarehouseError(published, f"cannot be built ({first_line(error)})", next_step) from error
    finally:
        _remove(candidate)
    return manifest, time.monotonic() - sealed


def load(con: duckdb.DuckDBPyConnection, settings: Settings, store: Survey) -> None:
    """Fill an empty database from what is stored; nothing is checked yet."""
    _run(con, *(f"schema/{name}" for name in SCHEMA), "macros")
    lend(con, {"standing_rows": _standing(store), "run_records": run_table(recorded(settings.runs_dir))})
    lend(con, register_tables())
    lend(con, review_tables(settings.reviews_dir))
    _read_shards(con, settings.shards_dir, store)
    _run(con, "load/pages")
    group_stories(con)
    _run(con, *(f"load/{name}" for name in LOADS))
    for name in COUNTS:
        con.execute(f"INSERT INTO {name} {script(f'counts/{name}')}")
    _run(con, *(f"views/{name}" for name in VIEWS), "load/reviews")


def _run(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Run scripts as one transaction, so that the disk is waited for once."""
    con.begin()
    for name in names:
        con.execute(script(name))
    con.commit()


def _read_shards(con: duckdb.DuckDBPyConnection, directory: Path, store: Survey) -> None:
    paths = ", ".join(quoted(str(directory / name)) for name in _shard_names(store))
    options = "filename = true, file_row_number = true"
    con.execute(f"CREATE TEMP VIEW shard_rows AS FROM read_parquet([{paths}], {options})")
    con.execute(f"CREATE TEMP VIEW shard_metadata AS FROM parquet_kv_metadata([{paths}])")


def _shard_names(store: Survey) -> list[str]:
    return sorted({place.shard for place in store.standing.values()})


def _standing(store: Survey) -> pa.Table:
    places = store.standing.values()
    return pa.table({"shard": [p.shard for p in places], "row": pa.array([p.row for p in places], pa.int64())})


def _seal(con: duckdb.DuckDBPyConnection, *, shards: int) -> Manifest:
    """Write what the file is into it, and bring all of it to disk."""
    stamp = current_stamp()
    rows = {name: int(con.table(name).count("*").fetchall()[0][0]) for name in tables(con) if name != "snapshot"}
    ((first_day, last_day, undated),) = con.execute(_COVERAGE).fetchall()
    manifest = Manifest(
        content_hash=content_hash(con),
        warehouse_version=WAREHOUSE_VERSION,
        code_version=stamp.code_version,
        register_hash=stamp.register_hash,
        shards=shards,
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
