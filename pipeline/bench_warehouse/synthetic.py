"""A store of made-up articles of any size: shards as `thidua ingest` writes them, from a seed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import duckdb
import pyarrow as pa

from corpus.awards import load_awards
from corpus.campaigns import load_campaigns
from corpus.sources import load_sources
from pipeline.shard_schema import SCHEMA
from pipeline.shards import write_shard

SEED = 20250701
MENTIONS_PER_ARTICLE = 10
_AT_ONCE = 10_000
"""Articles that are made in one query."""
_WORKERS = 2
"""Queries that run at a time; one alone uses little more than one processor."""
_TAILS = (
    "được bà con trong xã hưởng ứng bằng việc làm nhỏ mỗi ngày",
    "lan tới từng tổ dân phố và được tính vào điểm cuối năm",
    "đã giúp nhiều gia đình có thêm vốn giống và ngày công",
    "được các chi bộ đưa vào sinh hoạt thường kỳ mỗi tháng",
)
_OFFICES = ("Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Nội vụ", "Bí thư Huyện ủy")
_FAMILY, _MIDDLE, _GIVEN = (
    ["Lê", "Trần", "Phạm", "Vũ", "Đỗ", "Hồ", "Lý", "Dương"],
    ["Văn", "Thị", "Hữu", "Minh"],
    ["An", "Bền", "Cúc"],
)


def write_store(directory: Path, articles: int, *, pages_per_shard: int, first: int = 0, seed: int = SEED) -> None:
    """Write shards of articles number `first` and following."""

    def write(numbers: range) -> None:
        table = _made(numbers, seed)
        for start in range(0, table.num_rows, pages_per_shard):
            write_shard(table.slice(start, pages_per_shard), directory)

    with ThreadPoolExecutor(_WORKERS) as pool:
        deque(pool.map(write, _batches(articles, first)), maxlen=0)


def synthetic(articles: int, *, first: int = 0, seed: int = SEED) -> Iterator[pa.Table]:
    """The shard rows of articles number `first` and following."""
    return (_made(numbers, seed) for numbers in _batches(articles, first))


def _batches(articles: int, first: int) -> Iterator[range]:
    beyond = first + articles
    return (range(start, min(start + _AT_ONCE, beyond)) for start in range(first, beyond, _AT_ONCE))


def _made(numbers: range, seed: int) -> pa.Table:
    with duckdb.connect() as con:
        con.register("pool", pa.Table.from_pylist(_pool()))
        con.register("pool_sources", _sources())
        con.register("no_rows", SCHEMA.empty_table())
        query = files("pipeline.bench_warehouse").joinpath("synthetic.sql").read_text("utf-8")
        con.execute("CREATE TEMP TABLE made AS FROM no_rows")
        given = {"first": numbers.start, "beyond": numbers.stop, "seed": seed}
        con.execute(f"INSERT INTO made BY NAME {query}", given)
        return con.table("made").to_arrow_table().cast(SCHEMA)


def _pool() -> list[dict[str, object]]:
    """Sentences by kind and number; `many` of the kind, and where in them the words of the fact stand."""
    kinds = {"campaign": _campaigns(), "award": _awards(), "official": _officials()}
    kinds["meeting"] = [_told("Sáng qua, ", "Hội nghị tổng kết phong trào thi đua", f" {tail}.") for tail in _TAILS]
    kinds["filler"] = [_told("Ở vùng này, ", "việc chung", f" {tail} {n}.") for tail in _TAILS for n in range(50)]
    return [
        {"kind": kind, "number": number, "many": len(told), **sentence}
        for kind, told in kinds.items()
        for number, sentence in enumerate(told)
    ]


def _told(before: str, quote: str, after: str, **more: str) -> dict[str, object]:
    known: dict[str, object] = {"campaign": None, "award": None, "office": None}
    return known | {"sentence": before + quote + after, "quote": quote, "offset": len(before), **more}


def _campaigns() -> list[dict[str, object]]:
    known = sorted(load_campaigns().campaigns, key=lambda campaign: campaign.id)
    return [_told("Phong trào “", c.name, f"” {tail}.", campaign=c.id) for c in known for tail in _TAILS]


def _awards() -> list[dict[str, object]]:
    families = sorted(load_awards().families.values(), key=lambda family: family.id)
    return [
        _told("Dịp này, tỉnh tặng ", f"{family.name} cho {number} tập thể", f", {tail}.", award=family.id)
        for family in families
        for number, tail in enumerate(_TAILS, 2)
    ]


def _officials() -> list[dict[str, object]]:
    names = [f"{family} {middle} {given}" for family in _FAMILY for middle in _MIDDLE for given in _GIVEN]
    return [
        _told(f"{office} ", name, f" phát biểu: việc này {tail}.", office=office)
        for name in names
        for office, tail in zip(_OFFICES, _TAILS, strict=True)
    ]


def _sources() -> pa.Table:
    known = sorted(load_sources(), key=lambda source: source.id)
    return pa.Table.from_pylist(
        [{"source_number": number, "source": s.id, "province": s.province} for number, s in enumerate(known)]
    )
