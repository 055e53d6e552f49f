"""Shards: Parquet files of what was read from pages, each written whole or not at all.

A shard's name is the first 16 hex digits of the SHA-256 of its bytes, so a reader can tell a damaged one, and the same
rows made by the same code have the same name. Its metadata say which code and registers made it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.atomic import TEMPORARY, write_atomically
from pipeline.errors import ShardError
from pipeline.shard_schema import SCHEMA, SCHEMA_VERSION
from pipeline.stamp import Stamp, current_stamp

__all__ = ["SCHEMA", "SCHEMA_VERSION", "Row", "Shard", "read_shard", "scan", "write_shard"]

Row = Mapping[str, Any]
_NAME = re.compile(r"[0-9a-f]{16}\.parquet")
_KEY = b"thidua."
_AT_ONCE = 2
"""Shards that are read at a time."""
_AHEAD = 32
"""Shards that are read before the first of them is needed."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that passed its checks; `table` has one row per page, in the columns of `SCHEMA` that were asked for."""

    path: Path
    stamp: Stamp
    table: pa.Table


def write_shard(rows: Sequence[Row] | pa.Table, directory: Path, stamp: Stamp | None = None) -> Path:
    """Put a shard in place and return its path; the same rows of the same stamp give the same name."""
    table = rows if isinstance(rows, pa.Table) else pa.Table.from_pylist([dict(row) for row in rows], schema=SCHEMA)
    sink = pa.BufferOutputStream()
    pq.write_table(
        table.cast(SCHEMA).replace_schema_metadata(_metadata(stamp or current_stamp())), sink, compression="zstd"
    )
    content = sink.getvalue().to_pybytes()
    path = directory / f"{_digest(content)}.parquet"
    write_atomically(path, content)
    return path


def read_shard(path: Path, columns: Sequence[str] | None = None) -> Shard:
    """Read and check a shard; raises `ShardError` saying what is wrong with it and what to do."""
    if not _NAME.fullmatch(path.name):
        raise ShardError(path, "not the name of a shard", "move it out of the shards folder")
    content = path.read_bytes()
    if _digest(content) != path.stem:
        raise ShardError(path, "damaged (its content does not fit its name)", "ingest its pages again")
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        stamp = _stamp_of(path, file.schema_arrow)
        return Shard(path, stamp, file.read(columns=columns).replace_schema_metadata(None))
    except pa.ArrowException as error:
        raise ShardError(path, f"not a Parquet file ({error})", "move it out of the shards folder") from error


def scan(directory: Path, columns: Sequence[str] | None = None) -> Iterator[Shard | ShardError]:
    """Yield each shard of a folder in order of name, and a `ShardError` for each file that is not a good shard.

    Raises `OSError` where a file cannot be read at all: then nobody can tell what is missing.
    """
    if not directory.is_dir():
        return
    paths = [path for path in sorted(directory.iterdir()) if not path.name.endswith(TEMPORARY)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for first in range(0, len(paths), _AHEAD):
            yield from pool.map(partial(_read_or_error, columns=columns), paths[first : first + _AHEAD])


def _read_or_error(path: Path, columns: Sequence[str] | None) -> Shard | ShardError:
    try:
        return read_shard(path, columns)
    except ShardError as error:
        return error


def _stamp_of(path: Path, schema: pa.Schema) -> Stamp:
    metadata = {key: value.decode() for key, value in (schema.metadata or {}).items() if key.startswith(_KEY)}
    version = metadata.get(_KEY + b"schema_version")
    if version != SCHEMA_VERSION:
        why = f"columns of version {version or 'unknown'}, this is version {SCHEMA_VERSION}"
        is_newer = (version or "").isdecimal() and int(version or 0) > int(SCHEMA_VERSION)
        raise ShardError(path, why, "update the program" if is_newer else "ingest its pages again with this version")
    if not schema.remove_metadata().equals(SCHEMA):
        names = sorted({*schema.names} ^ {*SCHEMA.names}) or ["of another type"]
        raise ShardError(path, f"foreign or missing columns ({', '.join(names)})", "ingest its pages again")
    return Stamp(metadata[_KEY + b"code_version"], metadata[_KEY + b"register_hash"])


def _metadata(stamp: Stamp) -> dict[bytes, bytes]:
    return {
        _KEY + b"schema_version": SCHEMA_VERSION.encode(),
        _KEY + b"code_version": stamp.code_version.encode(),
        _KEY + b"register_hash": stamp.register_hash.encode(),
    }


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
