"""`thidua schema`: what every table and column means."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the data dictionary as Markdown, the same as docs/schema.md.

    Example: thidua schema > schema.md
    """
    from pipeline.warehouse.dictionary import dictionary

    typer.echo(dictionary(), nl=False)
