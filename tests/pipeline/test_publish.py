"""Publishing: readers see one whole snapshot, before and after, and a failure changes nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb
import pytest

from pipeline import publish as publishing
from pipeline.publish import Manifest, manifest_path, publish, published_manifest


def _candidate(path: Path, number: int) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE one AS SELECT ? AS n FROM range(2000)", [number])
        con.execute("CREATE TABLE two AS SELECT ? AS n FROM range(2000)", [number])
    return path


def _manifest(number: int) -> Manifest:
    return Manifest(f"hash-{number}", "1", "code", "registers", 1, "2023-01-01T00:00:00Z", {"one": 2000})


def test_a_reader_keeps_what_it_opened_and_the_next_sees_the_new(tmp_path: Path) -> None:
    published = tmp_path / "thidua.duckdb"
    publish(_candidate(tmp_path / "a", 1), _manifest(1), published)
    with duckdb.connect(str(published), read_only=True) as early:
        publish(_candidate(tmp_path / "b", 2), _manifest(2), published)
        assert early.execute("SELECT min(n), max(n) FROM two").fetchall() == [(1, 1)]
    with duckdb.connect(str(published), read_only=True) as late:
        assert late.execute("SELECT min(n), max(n) FROM two").fetchall() == [(2, 2)]
    assert published_manifest(published) == _manifest(2)


def test_readers_through_many_publishes_see_no_mixture(tmp_path: Path) -> None:
    published = tmp_path / "thidua.duckdb"
    publish(_candidate(tmp_path / "0", 0), _manifest(0), published)
    over, seen, wrong = threading.Event(), set(), []

    def read() -> None:
        while not over.is_set():
            try:
                with duckdb.connect(str(published), read_only=True) as con:
                    told = con.execute("SELECT n FROM one UNION SELECT n FROM two").fetchall()
            except duckdb.Error as error:
                wrong.append(error)
            else:
                seen.add(told[0][0])
                if len(told) != 1:
                    wrong.append(told)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, 9):
        publish(_candidate(tmp_path / str(number), number), _manifest(number), published)
    over.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert len(seen) > 1


def test_a_disk_that_fails_before_the_rename_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = tmp_path / "thidua.duckdb"
    publish(_candidate(tmp_path / "a", 1), _manifest(1), published)
    before = published.read_bytes()

    def failing(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(publishing, "_sync", failing)
    with pytest.raises(OSError, match="Input/output"):
        publish(_candidate(tmp_path / "b", 2), _manifest(2), published)
    assert published.read_bytes() == before
    assert published_manifest(published) == _manifest(1)


def test_nothing_published_has_no_manifest(tmp_path: Path) -> None:
    assert published_manifest(tmp_path / "thidua.duckdb") is None
    assert manifest_path(tmp_path / "thidua.duckdb") == tmp_path / "manifest.json"
