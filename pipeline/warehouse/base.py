"""The published file as the beginning of the next one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pipeline.errors import WarehouseError
from pipeline.manifest import Manifest, manifest_path
from pipeline.publish import published_manifest

_CHUNK = 2**22


def copied(published: Path, candidate: Path, recipe: str) -> Manifest | None:
    """Copy the published file where it was made by the same recipe and has the digest that was published with it.

    What was proved of it need not be proved again. `None`, and no copy, where there is none such.
    """
    try:
        manifest = published_manifest(published)
    except WarehouseError:
        return None
    if manifest is None or manifest.recipe != recipe or _copy(published, candidate) != _told_digest(published):
        candidate.unlink(missing_ok=True)
        return None
    return manifest


def _told_digest(published: Path) -> str | None:
    """The digest that the manifest beside the file gives; `None` where that is gone or damaged."""
    try:
        told = json.loads(manifest_path(published).read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return told.get("sha256") if isinstance(told, dict) else None


def _copy(published: Path, candidate: Path) -> str:
    """Copy the file; the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with published.open("rb") as source, candidate.open("wb") as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()
