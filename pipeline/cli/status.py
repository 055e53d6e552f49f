"""`thidua status`: what is stored, what is published, how the last runs went."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pipeline.cli.balance import table_counts
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.errors import ExitStatus, ThiduaError

if TYPE_CHECKING:
    from pipeline.manifest import Manifest
    from pipeline.runs import RunRecord
    from pipeline.store import Survey

_RUNS_SHOWN = 5


def status(data_dir: DataDir = DEFAULT_DATA_DIR) -> None:
    """Say what is stored, published and quarantined.

    Example: thidua status --data-dir data
    """
    from pipeline.publish import published_manifest
    from pipeline.runs import recorded
    from pipeline.store import survey

    settings = settings_of(data_dir)
    if not data_dir.is_dir():
        raise ThiduaError(data_dir, "no such data directory", "run `thidua ingest PATH...` first")
    stored = survey(settings.shards_dir)
    lines = [
        f"data       {data_dir.resolve()}",
        *_published(settings.warehouse_path, published_manifest(settings.warehouse_path)),
        *_stored(stored),
        *_runs(recorded(settings.runs_dir)),
    ]
    typer.echo("\n".join(lines))
    if stored.bad:
        raise typer.Exit(ExitStatus.SOME_QUARANTINED)


def _published(path: Path, manifest: Manifest | None) -> list[str]:
    if manifest is None or not path.is_file():
        return ["published  nothing yet; run `thidua build`"]
    when_and_what = f"{manifest.built_at}, content {manifest.content_hash[:16]}"
    return [f"published  {path}, {when_and_what}", f"           {table_counts(manifest.rows)}"]


def _stored(stored: Survey) -> list[str]:
    places = stored.standing.values()
    reasons = Counter(place.reason_code for place in places if place.reason_code)
    shards = len({place.shard for place in places})
    lines = [f"stored     {len(places):,} pages in {shards:,} shards, {reasons.total():,} of them quarantined"]
    lines += [f"           {count:,} {code}" for code, count in sorted(reasons.items())]
    stale = sum(place.stale for place in places)
    if stale:
        lines.append(f"           {stale:,} were read by other code or registers; ingest them again to bring them up")
    return lines + [f"damaged    {error}" for error in stored.bad]


def _runs(runs: list[RunRecord]) -> list[str]:
    return [f"run        {_run(run)}" for run in runs[-_RUNS_SHOWN:]] or ["run        none yet"]


def _run(run: RunRecord) -> str:
    books = run.books
    counts = {"parsed": books.parsed, "quarantined": books.quarantined, "known": books.known, "refused": books.refused}
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    return f"{run.started_at[:19]}Z {run.state}: {books.given:,} inputs = {told}"
