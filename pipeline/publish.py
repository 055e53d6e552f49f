"""Puts a finished warehouse in place: a reader has the whole old file or the whole new one, never a mixture."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.atomic import sync_directory, write_atomically


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was published: `manifest.json` beside the file says it, and the table `snapshot` in it."""

    content_hash: str
    warehouse_version: str
    code_version: str
    register_hash: str
    shards: int
    built_at: str
    rows: dict[str, int]


def publish(candidate: Path, manifest: Manifest, published: Path) -> None:
    """Make the candidate durable and rename it over the published file; readers of the old one keep what they have."""
    _sync(candidate)
    candidate.replace(published)
    sync_directory(published.parent)
    text = json.dumps(asdict(manifest), indent=1) + "\n"
    write_atomically(manifest_path(published), text.encode())


def published_manifest(published: Path) -> Manifest | None:
    """The manifest of the published file, `None` where nothing is published."""
    path = manifest_path(published)
    return Manifest(**json.loads(path.read_text("utf-8"))) if path.is_file() else None


def manifest_path(published: Path) -> Path:
    """Where the manifest of a published file stands."""
    return published.with_name("manifest.json")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
