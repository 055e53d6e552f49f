"""The manifest: what a published warehouse holds and what it was made with.

The row of the table `snapshot` says it inside the file, so that a file always tells the truth about itself;
`manifest.json` beside it says the same for whoever has no DuckDB, and adds the size and the SHA-256 of the file.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import duckdb

from pipeline.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was published; `first_day` and `last_day` are of publication, `undated` counts articles without a day.

    `content_hash` can be compared between files that one version of DuckDB made; `recipe` stands for the scripts, the
    registers, DuckDB's version and the decisions that the file was made with, `verdicts` for those of the reviewers;
    `added` counts the articles that were added, changed or taken away since it was last made anew.
    """

    content_hash: str
    warehouse_version: str
    code_version: str
    register_hash: str
    recipe: str
    verdicts: str
    shards: int
    added: int
    built_at: str
    first_day: str | None
    last_day: str | None
    undated: int
    rows: dict[str, int]


def manifest_path(published: Path) -> Path:
    """Where the manifest of a published file stands."""
    return published.with_name("manifest.json")


def write_into(con: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    """Write the manifest into the file that it is about."""
    values = asdict(manifest)
    marks = ", ".join("?" for _ in values)
    con.execute(f"INSERT INTO snapshot ({', '.join(values)}) VALUES ({marks})", list(values.values()))


def read_from(con: duckdb.DuckDBPyConnection) -> Manifest:
    """The manifest that a file holds."""
    named = ", ".join(_SELECTED.get(field.name, field.name) for field in fields(Manifest))
    (values,) = con.execute(f"SELECT {named} FROM snapshot").fetchall()
    return Manifest(*values)


_SELECTED = {
    "built_at": "strftime(built_at, '%Y-%m-%dT%H:%M:%SZ')",
    "first_day": "first_day::VARCHAR",
    "last_day": "last_day::VARCHAR",
}


def write_beside(published: Path, manifest: Manifest, *, sha256: str, size: int) -> None:
    """Write `manifest.json` for a file of that digest and size."""
    told = {**asdict(manifest), "file": published.name, "bytes": size, "sha256": sha256}
    write_atomically(manifest_path(published), (json.dumps(told, indent=1) + "\n").encode())
