"""What the manifest beside the published file says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.manifest import manifest_path
from pipeline.warehouse.base import _told_digest


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        (b'{"sha256": "ab"}', "ab"),
        (b"{}", None),
        (b'["sha256"]', None),
        (b'{"sha256": "a', None),
        (b"\xff\xfe", None),
        (None, None),
    ],
)
def test_a_manifest_that_is_damaged_or_gone_tells_no_digest(
    tmp_path: Path, manifest: bytes | None, told: str | None
) -> None:
    published = tmp_path / "thidua.duckdb"
    if manifest is not None:
        manifest_path(published).write_bytes(manifest)
    assert _told_digest(published) == told
