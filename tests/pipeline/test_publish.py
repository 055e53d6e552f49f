"""Publishing: readers see one whole snapshot, before and after, and a failure changes nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from pipeline import publish as publishing
from pipeline.manifest import Manifest, manifest_path, write_into
from pipeline.publish import publish, published_manifest
from pipeline.warehouse.connect import WAREHOUSE_VERSION
from pipeline.warehouse.scripts import script

_BUILT_AT = "2023-01-01T00:00:00Z"


def _manifest(number: int) -> Manifest:
    days = ("2023-01-01", f"2023-01-{number + 1:02}")
    return Manifest(
        f"hash-{number}",
        WAREHOUSE_VERSION,
        "code",
        "registers",
        "recipe",
        "verdicts",
        1,
        0,
        _BUILT_AT,
        *days,
        3,
        {"one": 2000},
    )


def _candidate(path: Path, number: int) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute(script("schema/types"))
        con.execute("CREATE TABLE one AS SELECT ? AS n FROM range(2000)", [number])
        con.execute("CREATE TABLE two AS SELECT ? AS n FROM range(2000)", [number])
        write_into(con, _manifest(number))
    return path


def _published(tmp_path: Path, number: int) -> Path:
    published = tmp_path / "published" / "thidua.duckdb"
    published.parent.mkdir(exist_ok=True)
    publish(_candidate(tmp_path / str(number), number), _manifest(number), published)
    return published


def test_a_reader_keeps_what_it_opened_and_the_next_sees_the_new(tmp_path: Path) -> None:
    published = _published(tmp_path, 1)
    with duckdb.connect(str(published), read_only=True) as early:
        _published(tmp_path, 2)
        assert early.execute("SELECT min(n), max(n) FROM two").fetchall() == [(1, 1)]
    with duckdb.connect(str(published), read_only=True) as late:
        assert late.execute("SELECT min(n), max(n) FROM two").fetchall() == [(2, 2)]
    assert published_manifest(published) == _manifest(2)


def test_the_manifest_beside_the_file_names_its_digest(tmp_path: Path) -> None:
    published = _published(tmp_path, 4)
    told = json.loads(manifest_path(published).read_text())
    content = published.read_bytes()
    assert (told["sha256"], told["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (told["first_day"], told["last_day"], told["undated"]) == ("2023-01-01", "2023-01-05", 3)
    assert (told["content_hash"], told["rows"]) == ("hash-4", {"one": 2000})


@pytest.mark.parametrize("step", ["_synced", "sync_directory", "write_beside"])
def test_a_disk_that_fails_at_any_step_leaves_a_whole_file_that_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    published = _published(tmp_path, 1)
    before = published.read_bytes()

    def failing(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(publishing, step, failing)
        with pytest.raises(OSError, match="No space left"):
            _published(tmp_path, 2)
    if step == "_synced":
        assert published.read_bytes() == before
    assert published_manifest(published) == _manifest(1 if step == "_synced" else 2)
    _published(tmp_path, 3)
    told = json.loads(manifest_path(published).read_text())
    assert told["sha256"] == hashlib.sha256(published.read_bytes()).hexdigest(), "the next publish mends the pair"


def test_nothing_published_has_no_manifest(tmp_path: Path) -> None:
    assert published_manifest(tmp_path / "thidua.duckdb") is None
    assert manifest_path(tmp_path / "thidua.duckdb") == tmp_path / "manifest.json"
