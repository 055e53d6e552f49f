"""The command line `thidua`: a thin skin over the functions of `pipeline`."""

from __future__ import annotations

from pipeline.cli.app import app


def main() -> None:
    """Run the command line; every expected error is one line on stderr and an exit status."""
    app(prog_name="thidua")
