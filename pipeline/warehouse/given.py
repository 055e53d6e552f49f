"""How many facts the shards hold, counted by another reader than the one that loads them."""

from __future__ import annotations

from collections import Counter

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

KINDS = ("meetings", "officials", "campaigns", "awards", "shares", "documents", "discrepancies", "regions")
"""The columns of a shard that hold facts; each struct in them has a `start`."""
_ROWS = "SELECT filename, list(file_row_number) FROM fresh GROUP BY filename"


def given_facts(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """The number of facts of each kind in the rows of `fresh` (filename, file_row_number)."""
    given: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    for path, rows in con.execute(_ROWS).fetchall():
        given.update(_counted(path, pa.array(rows, pa.int64())))
    return pa.table({"kind": list(given), "given": pa.array(given.values(), pa.int64())})


def _counted(path: str, rows: pa.Array) -> dict[str, int]:
    shard = pq.ParquetFile(path).read(columns=[f"{kind}.list.element.start" for kind in KINDS])
    return {kind: pc.sum(pc.list_value_length(shard.column(kind)).take(rows)).as_py() or 0 for kind in KINDS}
