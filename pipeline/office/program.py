"""LibreOffice, where it is installed: one conversion in a profile of its own, bounded and gone with its worker."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from pipeline.children import bounded

SECONDS = 120
MEMORY_BYTES = 4 * 2**30
_STARTERS, _ITSELF = ("soffice", "libreoffice"), "soffice.bin"
_START_AGAIN = (79, 81)
_SETTINGS = Path(__file__).parent / "assets" / "registrymodifications.xcu"


class TooLong(Exception):  # noqa: N818 - it names what happened
    """A conversion that was ended after `SECONDS`."""


def office_program() -> Path | None:
    """LibreOffice itself, `None` where it is not installed.

    `soffice` on the path is what starts it, and would leave it running when it is itself ended.
    """
    starter = next(filter(None, map(shutil.which, _STARTERS)), None)
    if starter is None:
        return None
    itself = Path(starter).resolve().with_name(_ITSELF)
    return itself if itself.is_file() else Path(starter)


def convert(program: Path, given: Path, to: str) -> None:
    """Write what `given` is as `to` ("docx:filter") beside it; raises `TooLong` where that takes too long.

    A new profile asks to be started again (status 81), as an update of LibreOffice does (79).
    """
    profile = given.parent / "profile"
    (profile / "user").mkdir(parents=True)
    shutil.copy(_SETTINGS, profile / "user")
    command: list[str | Path] = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", to, "--outdir", given.parent, given,
    ]  # fmt: skip
    end = time.monotonic() + SECONDS
    status = _START_AGAIN[0]
    for _ in _START_AGAIN:
        if status in _START_AGAIN:
            status = _run(command, end - time.monotonic())


def _run(command: list[str | Path], seconds: float) -> int:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            preexec_fn=bounded(SECONDS, MEMORY_BYTES),
        )
    except subprocess.TimeoutExpired as error:
        raise TooLong from error
    return done.returncode
