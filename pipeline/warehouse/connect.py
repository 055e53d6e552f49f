"""Connections to DuckDB: one to build a new file with, one to read the published file with and do nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.errors import WarehouseError

WAREHOUSE_VERSION = "6"
"""Version of the schema; a file of another version is not read, it is built anew."""
READER_MEMORY = "2GB"
"""Memory that one query may take."""

BUILD_MEMORY = "3GB"
"""Memory that DuckDB may take to build; what does not fit goes to disk for a while."""

_ANEW = "run `thidua build` to make it anew"
_NO_EXTENSIONS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_BUILDING = {"memory_limit": BUILD_MEMORY}
_LOCKED = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "memory_limit": READER_MEMORY,
    "lock_configuration": "true",
}


@contextmanager
def writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that makes the file at `path`; it is closed, and the file complete, when the block ends."""
    con = duckdb.connect(str(path), config={**_NO_EXTENSIONS, **_BUILDING, "temp_directory": str(spill_of(path))})
    try:
        con.execute("SET parquet_metadata_cache = true")
        yield con
    finally:
        con.close()


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can read the published file, and can neither write nor reach any other file or the network.

    Raises `WarehouseError` where there is no file, or none that this version can read.
    """
    with _opened(path, _LOCKED) as con:
        yield con


@contextmanager
def sealed(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection for statements that are not ours: as `reading`, and it can open no file at all any more.

    Without external access DuckDB still lets a COPY, even one inside a SELECT, write to the file that is open and to
    the names beside it. Sealed, nothing can be set aside on disk: what does not fit into memory is refused.
    """
    with _opened(path, {**_LOCKED, "lock_configuration": "false", "temp_directory": ""}) as con:
        con.execute("SET disabled_filesystems = 'LocalFileSystem'; SET lock_configuration = true")
        yield con


@contextmanager
def taking_out(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the published file that can copy tables into other files; for our own statements only."""
    con = duckdb.connect(str(path), read_only=True, config={**_NO_EXTENSIONS, "memory_limit": READER_MEMORY})
    try:
        yield con
    finally:
        con.close()


@contextmanager
def _opened(path: Path, config: Mapping[str, str]) -> Iterator[duckdb.DuckDBPyConnection]:
    if not path.is_file():
        raise WarehouseError(path, "no warehouse is there", "run `thidua ingest PATH...` first, or give --data-dir")
    con = _open(path, config)
    try:
        _same_version(con, path)
        yield con
    finally:
        con.close()


def _open(path: Path, config: Mapping[str, str]) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path), read_only=True, config={**_NO_EXTENSIONS, **config})
    except duckdb.Error as error:
        raise WarehouseError(path, f"cannot be opened ({first_line(error)})", _ANEW) from error


def _same_version(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        found = con.execute("SELECT warehouse_version FROM snapshot").fetchone()
    except duckdb.CatalogException:
        found = None
    if found != (WAREHOUSE_VERSION,):
        why = f"made as version {found[0] if found else 'unknown'}, this program reads version {WAREHOUSE_VERSION}"
        raise WarehouseError(path, why, _ANEW)


def spill_of(path: Path) -> Path:
    """Where a build that does not fit into memory puts what it sets aside."""
    return path.with_name(f"{path.name}.spill")


def first_line(error: Exception) -> str:
    """What DuckDB says was wrong, in one line."""
    return str(error).split("\n", 1)[0].strip()


def quoted(text: str) -> str:
    """The text as a SQL string, for the places where DuckDB takes no parameter.

    >>> quoted("l'an")
    "'l''an'"
    """
    return "'" + text.replace("'", "''") + "'"
