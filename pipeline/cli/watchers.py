"""Single lines on stderr: what went wrong, in words that a user can act on."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from corpus.files import RegisterError
from pipeline.errors import ThiduaError, printable

EXPECTED = (ThiduaError, RegisterError, OSError, KeyboardInterrupt)
"""What a user can mend, told in one line; everything else is a defect of the program."""


def warn(message: str) -> None:
    """One line on stderr, with nothing in it that a terminal would obey."""
    typer.echo(f"thidua: {printable(message)}", err=True)


def warn_of_nothing(paths: Iterable[str]) -> None:
    """Say that nothing can be read there, and what can."""
    from pipeline.inputs import KINDS

    warn(f"{', '.join(paths)}: nothing there that can be read; give files or folders of {KINDS}")
