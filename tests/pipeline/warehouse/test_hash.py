"""The content hash: blind to order, and to nothing else."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.warehouse.hash import content_hash

_rows = st.lists(st.tuples(st.none() | st.integers(0, 3), st.none() | st.text(max_size=3)), max_size=6)


def _hash(rows: list[tuple[int | None, str | None]], table: str = "t") -> str:
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE {table} (n INTEGER, words VARCHAR)")
        for row in rows:
            con.execute(f"INSERT INTO {table} VALUES (?, ?)", list(row))
        return content_hash(con)


@settings(max_examples=10)
@given(_rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[tuple[int | None, str | None]], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _hash(rows) == _hash(shuffled)


_BASE = [(1, "hạng Nhất"), (2, "hạng Nhì")]


@pytest.mark.parametrize(
    "other",
    [
        [(1, "hạng Nhì"), (2, "hạng Nhất")],
        [(1, "hạng Nhất")],
        [(1, "hạng Nhất"), (2, "hạng Nhì"), (2, "hạng Nhì")],
        [(1, "hạng Nhất"), (2, None)],
        [(1, "hạng Nhất"), (2, "hạng nhì")],
    ],
)
def test_any_change_of_content_shows(other: list[tuple[int, str | None]]) -> None:
    assert _hash(_BASE) != _hash(other)


def test_the_name_of_a_table_counts_and_the_tables_of_when_do_not() -> None:
    assert _hash(_BASE, "t") != _hash(_BASE, "u")
    assert _hash(_BASE, "runs") == _hash([], "snapshot")
