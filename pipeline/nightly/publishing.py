"""Builds and publishes when something is new, and only then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import duckdb

from pipeline.errors import WarehouseError
from pipeline.nightly.stored import StoredPage
from pipeline.publish import published_manifest
from pipeline.settings import Settings
from pipeline.stamp import current_stamp
from pipeline.warehouse.connect import reading
from pipeline.warehouse.recipe import recipe

_PAGES = "SELECT page_id, article_id FROM pages"


def is_current(settings: Settings, stored: Mapping[str, StoredPage]) -> bool:
    """Whether the published snapshot is what a build would make: of these pages, this code and these reviews."""
    try:
        manifest = published_manifest(settings.warehouse_path)
        if manifest is None:
            return not stored
        if (manifest.code_version, manifest.recipe) != (current_stamp().code_version, recipe(settings)):
            return False
        if _newest_review(settings) > datetime.fromisoformat(manifest.built_at).timestamp():
            return False
        with reading(settings.warehouse_path) as con:
            published = dict(con.execute(_PAGES).fetchall())
    except (WarehouseError, duckdb.Error):
        return False
    return published == {page_id: page.article_id for page_id, page in stored.items()}


def _newest_review(settings: Settings) -> float:
    if not settings.reviews_dir.is_dir():
        return 0.0
    return max((path.stat().st_mtime for path in settings.reviews_dir.iterdir()), default=0.0)
