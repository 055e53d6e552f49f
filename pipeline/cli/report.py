"""`thidua report`: the audit as one page that opens offline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.cli.show import FoldersOfOriginals
from pipeline.report.language import Lang
from pipeline.report.limits import Limits

_LIMITS = Limits()


def report(
    out: Annotated[Path, typer.Option("--out", dir_okay=False, help="The HTML file to write.")],
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the page.")] = Lang.VI,
    since_report: Annotated[
        Path | None, typer.Option("--since-report", help="An earlier page: say what has changed since.")
    ] = None,
    campaigns: Annotated[
        int, typer.Option("--campaigns", min=1, max=1000, help="Campaigns to show, the most reported first.")
    ] = _LIMITS.campaigns,
    articles: Annotated[
        int, typer.Option("--articles", min=1, max=1000, help="Articles to list below one number, the newest first.")
    ] = _LIMITS.articles,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Embed pictures of the PDF pages, each sentence framed.")
    ] = False,
    originals: FoldersOfOriginals = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Write the audit as one page that opens offline, each number down to its sentences.

    Example: thidua report --out audit.html --since-report last-week.html
    """
    from pipeline.pictures.originals import Originals
    from pipeline.report.write import write_report

    limits, settings = Limits(campaigns=campaigns, articles=articles), settings_of(data_dir)
    sources = Originals(settings, originals or ()) if pictures or originals else None
    done = write_report(settings.warehouse_path, out, lang, limits, since_report, sources)
    typer.echo(
        f"wrote {done.path} ({done.size / 2**20:.1f} MiB): {done.campaigns:,} of {done.of_campaigns:,} campaigns, "
        f"{done.articles:,} articles opened; snapshot {done.snapshot[:12]}"
    )
    if sources:
        typer.echo(f"{done.pictures} pictures of pages, {done.pictures_left_out} left out")
