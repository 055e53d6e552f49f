"""Builds and publishes when something is new, and only then."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from pipeline.errors import WarehouseError
from pipeline.nightly.stored import StoredPage
from pipeline.publish import published_manifest
from pipeline.settings import Settings
from pipeline.stamp import current_stamp
from pipeline.warehouse.connect import reading
from pipeline.warehouse.recipe import recipe, verdicts_digest

_PAGES = """
SELECT p.page_id, p.article_id, p.name, epoch(s.captured_at)::BIGINT
FROM pages AS p
JOIN page_stamps AS s USING (page_id)
"""


def is_current(settings: Settings, stored: Mapping[str, StoredPage]) -> bool:
    """Whether the published snapshot is what a build would make: of these pages, this code and these reviews."""
    try:
        manifest = published_manifest(settings.warehouse_path)
        if manifest is None:
            return not stored
        made_with = (manifest.code_version, manifest.recipe, manifest.verdicts)
        if made_with != (current_stamp().code_version, recipe(settings), verdicts_digest(settings)):
            return False
        with reading(settings.warehouse_path) as con:
            published = {page_id: told for page_id, *told in con.execute(_PAGES).fetchall()}
    except (WarehouseError, duckdb.Error):
        return False
    return published == {page_id: [one.article_id, one.name, one.captured_at] for page_id, one in stored.items()}
