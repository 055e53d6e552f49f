"""What docs/nightly.md says about losses is so: after each, the same content stands published again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.demo.server import serving
from pipeline.demo.site import answers
from pipeline.demo.story import _write_settings
from pipeline.publish import published_manifest
from pipeline.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """The data of one night, with the site still there."""
    with serving(answers()) as site:
        _write_settings(tmp_path, site.machine)
        yield Settings(data_dir=tmp_path)


def run(settings: Settings, command: str, status: int = 0) -> str:
    done = CliRunner().invoke(app, [command, "--data-dir", str(settings.data_dir)])
    assert done.exit_code == status, done.output
    return done.output


def books(output: str) -> set[tuple[str, int]]:
    """The columns of the night's table, with what stands in its last row."""
    lines = output.splitlines()
    names = next(line for line in lines if line.lstrip().startswith("discovered"))
    totals = next(line for line in lines if line.startswith("all "))
    return set(zip(re.split(r"\s{2,}", names.strip()), map(int, totals.split()[1:]), strict=True))


def content(settings: Settings) -> str:
    manifest = published_manifest(settings.warehouse_path)
    assert manifest is not None
    return manifest.content_hash


def test_every_loss_is_made_good(settings: Settings) -> None:
    run(settings, "nightly")
    before = content(settings)

    shutil.rmtree(settings.warehouse_path.parent)
    run(settings, "build")
    assert content(settings) == before

    shutil.rmtree(settings.shards_dir)
    run(settings, "rebuild")
    assert content(settings) == before

    shutil.rmtree(settings.shards_dir)
    assert books(run(settings, "nightly")) >= {("fetched", 0), ("caught up", 28), ("parsed", 26), ("quarantined", 2)}
    assert content(settings) == before

    shutil.rmtree(settings.archive_dir)
    fetched_again = run(settings, "nightly")
    assert "28 pages were lost and will be fetched again" in fetched_again
    assert books(fetched_again) >= {("fetched", 28), ("loaded", 0), ("duplicates", 26), ("attachments", 2)}
    assert content(settings) == before

    for path in settings.data_dir.glob("ledger.sqlite*"):
        path.unlink()
    settings.ledger_path.write_bytes(b"damaged" * 1000)
    assert "restore it from a copy" in run(settings, "nightly", status=3)
    settings.ledger_path.unlink()
    assert books(run(settings, "nightly")) >= {("fetched", 28), ("loaded", 0), ("duplicates", 26), ("attachments", 2)}
    assert content(settings) == before
