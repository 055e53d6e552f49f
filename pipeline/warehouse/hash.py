"""The content hash: equal for equal content, whatever the order of input, the batches and the number of workers.

It rests on DuckDB's `hash`, ten times as fast as MD5 of the rows' text; so it is to be compared between files that one
version of DuckDB has made (it is locked, and part of the digest).
"""

from __future__ import annotations

import hashlib

import duckdb

from pipeline.warehouse.scripts import COUNTS

OUTSIDE = frozenset({"snapshot", "runs", "page_stamps", *COUNTS})
"""Tables that say when and how, not what, and those that are made of the others."""


def content_hash(con: duckdb.DuckDBPyConnection) -> str:
    """Hash all rows of all tables but `OUTSIDE`.

    A table counts as two sums over its rows, of their hashes and of the hashes of these, so that the order of rows does
    not matter and none has to be sorted; with them go its name and the names of its columns.
    """
    digest = hashlib.sha256(duckdb.__version__.encode())
    for table in tables(con):
        if table not in OUTSIDE:
            columns = ", ".join(f'"{column}"' for (column,) in con.execute(_COLUMNS, [table]).fetchall())
            rows, one, other = con.execute(_SUMS.format(table=table, columns=columns)).fetchall()[0]
            digest.update(f"{table} {columns} {rows} {one} {other}\n".encode())
    return digest.hexdigest()


def tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the warehouse's tables, sorted."""
    found = con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name").fetchall()
    return [str(name) for (name,) in found]


_COLUMNS = "SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
_SUMS = """
SELECT count(*), sum(told::HUGEINT), sum(hash(told)::HUGEINT)
FROM (SELECT hash({columns}) AS told FROM {table})
"""
