"""Sixteen readers query without pause while a hundred snapshots are published: no error, no mixture."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb

from pipeline.manifest import Manifest, manifest_path, write_into
from pipeline.publish import publish
from pipeline.warehouse.connect import WAREHOUSE_VERSION
from pipeline.warehouse.scripts import script

READERS, PUBLISHES, LAST = 16, 100, 99
READER = """
import os, sys, duckdb
os.nice(10)
seen = 0
print("ready", flush=True)
while True:
    with duckdb.connect(sys.argv[1], read_only=True, config={"threads": 1}) as con:
        told = con.execute("SELECT n FROM one UNION SELECT n FROM two UNION SELECT shards FROM snapshot").fetchall()
    seen += 1
    if len(told) != 1:
        sys.exit(f"a mixture: {told}")
    if told == [(int(sys.argv[2]),)]:
        print(seen, flush=True)
        break
"""


def _manifest(number: int) -> Manifest:
    made = (WAREHOUSE_VERSION, "code", "registers", "recipe", "verdicts")
    told = (f"{number}", *made, number, 0, "2023-01-01T00:00:00Z", None, None, 0, {})
    return Manifest(*told)


def _snapshot(path: Path, number: int) -> bytes:
    """A file whose every table says its number."""
    with duckdb.connect(str(path)) as con:
        con.execute(script("schema/types"))
        con.execute("CREATE TABLE one AS SELECT ? AS n FROM range(3000)", [number])
        con.execute("CREATE TABLE two AS SELECT ? AS n FROM range(3000)", [number])
        write_into(con, _manifest(number))
    return path.read_bytes()


def test_sixteen_readers_through_a_hundred_publishes(tmp_path: Path) -> None:
    published, candidate = tmp_path / "thidua.duckdb", tmp_path / "next"
    snapshots = {number: _snapshot(tmp_path / str(number), number) for number in (0, 1, 2, 3, LAST)}

    def put(number: int) -> None:
        candidate.write_bytes(snapshots[number])
        publish(candidate, _manifest(number), published)

    put(0)
    command = [sys.executable, "-c", READER, str(published), str(LAST)]
    readers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(READERS)
    ]
    try:
        assert [reader.stdout.readline() for reader in readers if reader.stdout] == ["ready\n"] * READERS
        for turn in range(1, PUBLISHES):
            put(turn % 4)
        put(LAST)
        told = [reader.communicate(timeout=60) for reader in readers]
    finally:
        for reader in readers:
            reader.kill()
    assert [error for _, error in told if error] == []
    assert all(reader.returncode == 0 for reader in readers)
    assert min(int(seen) for seen, _ in told) > 1, "each reader saw more than one snapshot"
    assert json.loads(manifest_path(published).read_text())["content_hash"] == str(LAST)
