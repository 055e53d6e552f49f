"""Shards: written whole, named by content, and never read when they are not what they say."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import model
from pipeline import shard_schema
from pipeline.errors import ShardError
from pipeline.shards import SCHEMA, Shard, read_shard, scan, write_shard
from pipeline.stamp import Stamp, current_stamp


def row(page_id: str = "ab", name: str = "a.html") -> dict[str, object]:
    return {
        "page_id": page_id,
        "name": name,
        "media_type": "text/html",
        "byte_count": 3,
        "outcome": "quarantined",
        "reason_code": "empty",
        "reason": "an empty page",
    }


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = write_shard([row("ab"), row("cd")], tmp_path)
    shard = read_shard(path)
    assert shard.table.schema.equals(SCHEMA)
    assert [r["page_id"] for r in shard.table.to_pylist()] == ["ab", "cd"]
    assert shard.stamp == current_stamp()


def test_only_the_columns_asked_for_are_read(tmp_path: Path) -> None:
    path = write_shard([row()], tmp_path)
    assert read_shard(path, ["page_id", "name"]).table.to_pylist() == [{"page_id": "ab", "name": "a.html"}]


def test_the_name_follows_from_rows_and_stamp_alone(tmp_path: Path) -> None:
    first = write_shard([row()], tmp_path / "one")
    assert write_shard([row()], tmp_path / "two").name == first.name
    assert write_shard(read_shard(first).table, tmp_path / "three").name == first.name
    assert write_shard([row("cd")], tmp_path / "two").name != first.name
    assert write_shard([row()], tmp_path / "two", Stamp("older", "hash")).name != first.name


def test_writing_leaves_nothing_but_the_shard(tmp_path: Path) -> None:
    path = write_shard([row()], tmp_path)
    assert list(tmp_path.iterdir()) == [path]


@given(st.data())
def test_any_damage_to_any_byte_is_noticed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = write_shard([row()], tmp_path_factory.mktemp("shards"))
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[at] ^= data.draw(st.integers(1, 255))
    else:
        content = content[:at]
    path.write_bytes(content)
    with pytest.raises(ShardError, match=r"damaged.*ingest its pages again"):
        read_shard(path)


def test_scan_yields_good_shards_and_names_each_other_file(tmp_path: Path) -> None:
    good = write_shard([row()], tmp_path)
    damaged = tmp_path / f"{'0' * 16}.parquet"
    damaged.write_bytes(b"PAR1")
    foreign = tmp_path / "notes.txt"
    foreign.write_text("not a shard")
    (tmp_path / ".half.parquet.tmp").write_bytes(b"half")
    found = list(scan(tmp_path))
    assert [shard.path for shard in found] == sorted([good, damaged, foreign])
    assert {shard.path: type(shard) for shard in found} == {good: Shard, damaged: ShardError, foreign: ShardError}


def test_scan_of_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list(scan(tmp_path / "none")) == []


def put(content: bytes, directory: Path) -> Path:
    from pipeline.shards import _digest

    path = directory / f"{_digest(content)}.parquet"
    path.write_bytes(content)
    return path


def parquet(table: pa.Table, metadata: dict[str, str]) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(metadata), sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not Parquet at all", "not a Parquet file"),
        (parquet(pa.table({"x": [1]}), {}), "columns of version unknown"),
        (parquet(pa.Table.from_pylist([row()], SCHEMA), {"thidua.schema_version": "0"}), "version 0,.*; ingest its"),
        (parquet(pa.Table.from_pylist([row()], SCHEMA), {"thidua.schema_version": "99"}), "99,.*; update the program"),
        (parquet(pa.table({"x": [1]}), {"thidua.schema_version": shard_schema.SCHEMA_VERSION}), "missing columns"),
    ],
)
def test_whole_files_that_are_no_shards_of_this_version_are_refused(content: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(ShardError, match=why):
        read_shard(put(content, tmp_path))


@pytest.mark.parametrize(
    ("struct", "noun", "renamed"),
    [
        (shard_schema.MEETING, model.Meeting, {"date_span": ()}),
        (shard_schema.OFFICIAL, model.Official, {"meeting": ("meeting_id",)}),
        (shard_schema.TITLE, model.Title, {}),
        (shard_schema.CAMPAIGN, model.CampaignMention, {}),
        (shard_schema.AWARD, model.Award, {"part_of": ("part_of_id",)}),
        (shard_schema.SHARE, model.Share, {}),
        (shard_schema.DOCUMENT, model.Document, {"signer": ("signer", "signer_office", "on_behalf", "on_behalf_of")}),
        (shard_schema.DISCREPANCY, model.Discrepancy, {}),
        (shard_schema.REGION, model.Region, {"box": ("left", "top", "right", "bottom")}),
    ],
)
def test_every_field_of_the_model_has_its_column(struct: pa.StructType, noun: type, renamed: dict[str, str]) -> None:
    columns = {column.name for column in struct}
    wanted = {"span": ("start", "end", "quote"), **renamed}
    missing = {c for f in fields(noun) for c in wanted.get(f.name, (f.name,))} - columns
    assert missing == set()
