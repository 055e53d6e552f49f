"""The command line `thidua`: a thin skin over the functions of `pipeline`."""

from __future__ import annotations

import io
import sys

from pipeline.cli.app import app
from pipeline.cli.pipes import end_if_nobody_reads


def main() -> None:
    """Run the command line; every expected error is one line on stderr and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="thidua")
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            end_if_nobody_reads()
