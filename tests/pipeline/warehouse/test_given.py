"""What the shards hold is counted row by row, whatever else stands in them."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipeline.shard_schema import SCHEMA
from pipeline.shards import write_shard
from pipeline.stamp import Stamp
from pipeline.warehouse.given import KINDS, given_facts
from tests.pipeline.stored import sample_rows


def _counted(con: duckdb.DuckDBPyConnection, fresh: list[tuple[str, int]]) -> dict[str, int]:
    con.execute("CREATE OR REPLACE TEMP TABLE fresh (filename VARCHAR, file_row_number BIGINT)")
    if fresh:
        con.executemany("INSERT INTO fresh VALUES (?, ?)", fresh)
    table = given_facts(con).to_pydict()
    return dict(zip(table["kind"], table["given"], strict=True))


def test_only_the_rows_asked_for_are_counted(tmp_path: Path) -> None:
    rows = sample_rows()
    path = str(write_shard(rows, tmp_path, Stamp("0", "0")))
    for asked in ([], [0], [2, 0], list(range(len(rows)))):
        with duckdb.connect() as con:
            counted = _counted(con, [(path, row) for row in asked])
        assert counted == {kind: sum(len(rows[row].get(kind) or ()) for row in asked) for kind in KINDS}


def test_every_kind_of_fact_is_counted() -> None:
    has_id = [field.name for field in SCHEMA if "struct<id" in str(field.type).replace("list<element: ", "")]
    assert set(has_id) <= set(KINDS)
    assert all(SCHEMA.field(kind).type.value_type.field("start") for kind in KINDS)
