"""Bad shards and full disks: one clear line, and what was published stays."""

from __future__ import annotations

import errno
import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import publish as publishing
from pipeline.errors import ThiduaError, WarehouseError
from pipeline.manifest import manifest_path
from pipeline.settings import Settings
from pipeline.shard_schema import SCHEMA_VERSION
from pipeline.shards import read_shard
from pipeline.warehouse import build as building
from pipeline.warehouse.build import build
from tests.pipeline.stored import sample_rows, store


def _cut(shard: Path) -> None:
    shard.write_bytes(shard.read_bytes()[: shard.stat().st_size // 2])


def _rewritten(shard: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    """Put a shard with other columns or metadata in place, under the name that fits its bytes."""
    table = change(pq.read_table(shard))
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    content = sink.getvalue().to_pybytes()
    shard.unlink()
    shard.with_name(f"{hashlib.sha256(content).hexdigest()[:16]}.parquet").write_bytes(content)


def _older(shard: Path) -> None:
    _rewritten(shard, lambda t: t.replace_schema_metadata({**t.schema.metadata, b"thidua.schema_version": b"0"}))


def _foreign(shard: Path) -> None:
    _rewritten(shard, lambda t: t.append_column("mood", pa.array(["gay"] * t.num_rows)))


def _no_parquet(shard: Path) -> None:
    content = b"a picture of a cat"
    shard.with_name(f"{hashlib.sha256(content).hexdigest()[:16]}.parquet").write_bytes(content)


@pytest.fixture
def published(tmp_path: Path) -> tuple[Settings, bytes]:
    """A store with a published warehouse, and the bytes of the file."""
    settings = store(tmp_path, sample_rows())
    build(settings)
    return settings, settings.warehouse_path.read_bytes()


def _untouched(settings: Settings, content: bytes) -> None:
    assert settings.warehouse_path.read_bytes() == content
    folder = settings.warehouse_path.parent
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "thidua.duckdb"]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_cut, "damaged .* ingest its pages again"),
        (_older, f"columns of version 0, this is version {SCHEMA_VERSION}; ingest its pages again"),
        (_foreign, r"foreign or missing columns \(mood\); ingest its pages again"),
        (_no_parquet, "not a Parquet file .*; move it out of the shards folder"),
    ],
)
def test_a_bad_shard_is_named_and_nothing_changes(
    published: tuple[Settings, bytes], spoil: Callable[[Path], None], why: str
) -> None:
    settings, content = published
    spoil(next(settings.shards_dir.iterdir()))
    with pytest.raises(ThiduaError, match=why) as caught:
        build(settings)
    assert str(settings.shards_dir) in str(caught.value) and "\n" not in str(caught.value)
    _untouched(settings, content)


@pytest.mark.parametrize(
    "owner_and_step", [(building, "check_all"), (building, "content_hash"), (publishing, "_synced")]
)
def test_a_disk_that_fills_at_any_step(
    published: tuple[Settings, bytes], monkeypatch: pytest.MonkeyPatch, owner_and_step: tuple[Any, str]
) -> None:
    settings, content = published

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*owner_and_step, full)
    with pytest.raises(WarehouseError, match=r"No space left on device.*what was published before stays"):
        build(settings)
    _untouched(settings, content)


_SMALL_DISK = """
import resource, sys
from pathlib import Path
from pipeline.errors import WarehouseError
from pipeline.settings import Settings
from pipeline.warehouse.build import build
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
try:
    build(Settings(data_dir=Path(sys.argv[1])))
except WarehouseError as error:
    sys.exit(str(error))
"""


def test_a_file_that_may_not_grow(published: tuple[Settings, bytes]) -> None:
    settings, content = published
    run = subprocess.run(
        [sys.executable, "-c", _SMALL_DISK, str(settings.data_dir)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "cannot be built" in run.stderr and "free some disk space" in run.stderr
    assert run.stderr.count("\n") == 1
    _untouched(settings, content)


def test_a_reader_that_holds_the_file_keeps_it_and_hinders_nobody(published: tuple[Settings, bytes]) -> None:
    settings, _ = published
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as reader:
        before = reader.execute("SELECT content_hash FROM snapshot").fetchone()
        settings = store(settings.data_dir, [{**sample_rows()[4], "page_id": "0" * 32}])
        after = build(settings).content_hash
        assert reader.execute("SELECT content_hash FROM snapshot").fetchone() == before != (after,)
        assert reader.execute("SELECT count(*) FROM spans").fetchone() is not None
    assert after in manifest_path(settings.warehouse_path).read_text()


def test_the_shards_of_the_tests_are_good_ones(published: tuple[Settings, bytes]) -> None:
    assert read_shard(next(published[0].shards_dir.iterdir())).table.num_rows == 5
