"""Writes the report: warehouse → content → page → file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.atomic import write_atomically
from pipeline.report.figures import read_earlier
from pipeline.report.gather import gather
from pipeline.report.language import Lang, language
from pipeline.report.limits import Limits
from pipeline.report.page import page


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    path: Path
    size: int
    campaigns: int
    of_campaigns: int
    articles: int
    snapshot: str


def write_report(warehouse: Path, out: Path, lang: Lang, limits: Limits, since: Path | None = None) -> Written:
    """Write the page; the same warehouse, limits and earlier report give the same bytes.

    Raises `WarehouseError` where nothing is published and `EarlierReportError` for a `since` that is no report.
    """
    report = gather(warehouse, limits, read_earlier(since) if since else None)
    content = page(report, language(lang)).encode()
    write_atomically(out, content)
    return Written(
        out,
        len(content),
        len(report.campaigns),
        len(report.overview.rows),
        len(report.cards),
        report.snapshot["content_hash"] or "",
    )
