"""`thidua audit`: counts whose every number can be opened."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Annotated

import typer

from pipeline.audit.scope import By, Scope
from pipeline.cli.formats import AnswerFormat, mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.tabular import Format

audit = typer.Typer(help="Count what was reported. Example: thidua audit campaigns --by year", no_args_is_help=True)

Cut = Annotated[By | None, typer.Option("--by", help="One row for each month, year, province or source.")]
Campaign = Annotated[str | None, typer.Option("--campaign", help="One campaign: its id or name, diacritics or not.")]
Province = Annotated[str | None, typer.Option("--province", help="Only sources of this province.")]
Since = Annotated[
    datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="Only articles published on this day or later.")
]


@audit.callback()
def _group() -> None:
    """Count what was reported."""


@audit.command()
def campaigns(
    by: Cut = None,
    campaign: Campaign = None,
    province: Province = None,
    since: Since = None,
    output: AnswerFormat = Format.TABLE,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """How often each campaign was reported: mentions, articles and stories beside the articles looked at.

    Example: thidua audit campaigns --by month --campaign nong-thon-moi --since 2022-01-01
    """
    from pipeline.audit.campaigns import UnknownNameError, audit_campaigns
    from pipeline.tabular import write

    scope = Scope(by, campaign, province, since.date() if since else None)
    with mistakes(UnknownNameError):
        audited = audit_campaigns(settings_of(data_dir).warehouse_path, scope)
    write(audited.shown if output is Format.TABLE else audited.answer, output, sys.stdout)
    if output is Format.TABLE:
        typer.echo(f"\n{audited.coverage}")
