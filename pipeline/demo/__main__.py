"""Runs the demo; an expected error is one line and exit status 3."""

from __future__ import annotations

import typer

from pipeline.demo.story import demo
from pipeline.errors import ExitStatus, ThiduaError


def main() -> None:
    """Run the demo."""
    try:
        demo()
    except ThiduaError as error:
        typer.echo(f"thidua: {error}", err=True)
        raise SystemExit(ExitStatus.NOTHING_DONE) from error


if __name__ == "__main__":
    main()
