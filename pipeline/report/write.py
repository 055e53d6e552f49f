"""Writes the report: warehouse → content → page → file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.atomic import write_atomically
from pipeline.pictures.originals import Originals
from pipeline.report.figures import read_earlier
from pipeline.report.gather import gather
from pipeline.report.language import Lang, language
from pipeline.report.limits import Limits
from pipeline.report.page import page
from pipeline.report.shots import NONE, shots


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    path: Path
    size: int
    campaigns: int
    of_campaigns: int
    articles: int
    snapshot: str
    pictures: int
    pictures_left_out: int


def write_report(
    warehouse: Path,
    out: Path,
    lang: Lang,
    limits: Limits,
    since: Path | None = None,
    originals: Originals | None = None,
) -> Written:
    """Write the page, with pictures of pages where `originals` are given.

    The same warehouse, limits, earlier report and originals give the same bytes. Raises `WarehouseError` where nothing
    is published, `EarlierReportError` for a `since` that is no report, `LedgerError` and `SandboxError`.
    """
    report = gather(warehouse, limits, read_earlier(since) if since else None)
    taken = shots(report, originals) if originals else NONE
    content = page(report, language(lang), taken).encode()
    write_atomically(out, content)
    return Written(
        out,
        len(content),
        len(report.campaigns),
        len(report.overview.rows),
        len(report.cards),
        report.snapshot["content_hash"] or "",
        taken.taken,
        taken.left_out,
    )
