"""Where the data stand and how much a page may cost; every limit with its unit."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

LARGEST_PAGE_MEGABYTES = 20
"""The largest page or document that is kept or read unless somebody asks for more, in MiB."""


class Settings(BaseModel):
    """The settings of one run; immutable, an unknown one is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Path("data")
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1, le=256)
    page_seconds: float = Field(default=20.0, gt=0)
    """Wall-clock time that one page may take."""
    document_seconds: float = Field(default=240.0, gt=0)
    """Wall-clock time that a document (PDF, DOCX, XLSX, DOC, XLS) may take; a scan takes about two seconds a page."""
    page_memory_mb: int = Field(default=1536, ge=64)
    """Address space that a worker may take beyond what it has when idle, in MiB."""
    page_megabytes: int = Field(default=LARGEST_PAGE_MEGABYTES, ge=1)
    """Size of the largest page that is read, in MiB."""
    pages_per_shard: int = Field(default=500, ge=1)

    @property
    def page_bytes(self) -> int:
        """Size of the largest page that is read, in bytes."""
        return self.page_megabytes * 2**20

    @property
    def shards_dir(self) -> Path:
        """The Parquet shards: what was read from the pages."""
        return self.data_dir / "shards"

    @property
    def aside_dir(self) -> Path:
        """Files that were moved out of the shards folder because they are no good shards."""
        return self.data_dir / "aside"

    @property
    def runs_dir(self) -> Path:
        """One JSON record per run of `ingest`."""
        return self.data_dir / "runs"

    @property
    def archive_dir(self) -> Path:
        """What was fetched, as WARC files."""
        return self.data_dir / "archive"

    @property
    def ledger_path(self) -> Path:
        """What is known of every address, and what became of it: SQLite."""
        return self.data_dir / "ledger.sqlite"

    @property
    def nights_dir(self) -> Path:
        """One JSON record per nightly run."""
        return self.data_dir / "nights"

    @property
    def reviews_dir(self) -> Path:
        """What people said about the facts; append-only, and not to be had again once it is lost."""
        return self.data_dir / "reviews"

    @property
    def warehouse_path(self) -> Path:
        """The published DuckDB file; `manifest.json` stands beside it."""
        return self.data_dir / "published" / "thidua.duckdb"
