"""`thidua coverage`: which source was looked at when, what was to be expected, what came, and what is wrong."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.formats import AnswerFormat
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.report.language import Lang
from pipeline.tabular import Format


def coverage(
    out: Annotated[
        Path | None, typer.Option("--out", dir_okay=False, help="Write the page to this HTML file instead.")
    ] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the page.")] = Lang.VI,
    output: AnswerFormat = Format.TABLE,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """What was looked at: each source by night, what was to be expected of it, what came, and the alarms.

    The table has a line for each source; csv and json have one for each source and day.

    Example: thidua coverage --out coverage.html --lang en
    """
    from pipeline.coverage.listing import by_day, by_source
    from pipeline.coverage.watch import look, today_in_viet_nam, write_page
    from pipeline.tabular import write

    found = look(settings_of(data_dir), today_in_viet_nam())
    if out is not None:
        write_page(found, out, lang)
        typer.echo(f"wrote {out}: {len(found.sources):,} sources, {len(found.alarms):,} alarms")
        return
    write(by_source(found) if output is Format.TABLE else by_day(found), output, sys.stdout)
    if output is Format.TABLE:
        last: date | None = found.last_run
        typer.echo(f"\nas of {found.today}, last run {last or 'never'}: {len(found.alarms):,} alarms")
        for alarm in found.alarms:
            typer.echo(f"! {alarm}")
