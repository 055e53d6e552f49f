"""Puts a finished warehouse in place: a reader has the whole old file or the whole new one, never a mixture.

The file goes first, its manifest after it. A process that dies between the two leaves a good file beside the manifest
of the one before; the file itself carries the truth (`pipeline.manifest`), and the next publish mends the other.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from pipeline.atomic import sync_directory
from pipeline.manifest import Manifest, read_from, write_beside
from pipeline.warehouse.connect import reading

_CHUNK = 2**20


def publish(candidate: Path, manifest: Manifest, published: Path) -> None:
    """Make the candidate durable and rename it over the published file; readers of the old one keep what they have."""
    sha256 = _synced(candidate)
    candidate.replace(published)
    sync_directory(published.parent)
    write_beside(published, manifest, sha256=sha256, size=published.stat().st_size)


def published_manifest(published: Path) -> Manifest | None:
    """The manifest that the published file holds, `None` where nothing is published.

    Raises `WarehouseError` for a file that cannot be read.
    """
    if not published.is_file():
        return None
    with reading(published) as con:
        return read_from(con)


def _synced(path: Path) -> str:
    """Bring the file to disk; its SHA-256."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        os.fsync(file.fileno())
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
