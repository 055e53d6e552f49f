"""What a warehouse is made with besides the shards: a copy may be grown only where all of it is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import duckdb

from pipeline.candidates.decision import log_path as decisions_path
from pipeline.review.verdict import log_path as verdicts_path
from pipeline.settings import Settings
from pipeline.stamp import current_stamp

_MADE_WITH = ("stories.py", "alike.py")
"""Modules outside this package that say what stands in the file."""


def recipe(settings: Settings) -> str:
    """A digest of the scripts and code, the registers, DuckDB's version, and the decisions about candidates."""
    digest = hashlib.sha256(f"{duckdb.__version__} {current_stamp().register_hash}".encode())
    for part in _parts():
        digest.update(hashlib.sha256(part.read_bytes()).digest())
    digest.update(_written(decisions_path(settings.reviews_dir)))
    return digest.hexdigest()


def verdicts_digest(settings: Settings) -> str:
    """A digest of the verdicts: where they are others a copy may be grown, but has to be."""
    return hashlib.sha256(_written(verdicts_path(settings.reviews_dir))).hexdigest()


def _written(log: Path) -> bytes:
    return log.read_bytes() if log.is_file() else b""


def _parts() -> Iterator[Traversable]:
    yield from (files("pipeline").joinpath(name) for name in _MADE_WITH)
    yield from _within(files("pipeline.warehouse"))


def _within(folder: Traversable) -> Iterator[Traversable]:
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        if part.is_dir():
            yield from _within(part)
        elif part.name.endswith((".py", ".sql")):
            yield part
