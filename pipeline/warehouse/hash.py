"""The content hash: equal for equal content, whatever the order of input, the batches and the number of workers."""

from __future__ import annotations

import hashlib

import duckdb

OUTSIDE = frozenset({"snapshot", "runs"})
"""Tables that say when and how, not what."""


def content_hash(con: duckdb.DuckDBPyConnection) -> str:
    """Hash all rows of all tables but `OUTSIDE`.

    A table counts as the sums of the halves of its rows' MD5 numbers, so that the order of rows does not matter and
    none has to be sorted; the names of the columns are part of each row.
    """
    digest = hashlib.sha256()
    for table in tables(con):
        if table not in OUTSIDE:
            rows, low, high = con.execute(_SUMS.format(table=table)).fetchall()[0]
            digest.update(f"{table} {rows} {low} {high}\n".encode())
    return digest.hexdigest()


def tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the warehouse's tables, sorted."""
    found = con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name").fetchall()
    return [str(name) for (name,) in found]


_SUMS = """
SELECT count(*), sum((row & 18446744073709551615)::HUGEINT), sum((row >> 64)::HUGEINT)
FROM (SELECT md5_number(to_json({table})::VARCHAR) AS row FROM {table})
"""
