"""An old Word file (.doc) to DOCX by LibreOffice, in a folder of its own that is gone afterwards."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from extractors.documents.sniffing import DOCX, must_be
from extractors.errors import Unreadable
from extractors.model import Page
from pipeline.children import bounded

PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_MEMORY_BYTES = 4 * 2**30


def as_docx(page: Page) -> Page:
    """An old Word file as a DOCX; raises `Unreadable` where that cannot be done."""
    must_be(page.content, page.media_type)
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise Unreadable("needs_office", "an old Word file: install LibreOffice (soffice), then run again")
    return replace(page, content=_converted(page.content, program), media_type=DOCX)


def _converted(content: bytes, program: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="thidua-doc-") as folder:
        given, made = Path(folder, "given.doc"), Path(folder, "given.docx")
        given.write_bytes(content)
        command = [
            program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(given),
        ]  # fmt: skip
        try:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                preexec_fn=bounded(_SECONDS, _MEMORY_BYTES),
            )
        except subprocess.TimeoutExpired as error:
            reason = f"LibreOffice took more than {_SECONDS} s over it; save it as DOCX by hand"
            raise Unreadable("too_large", reason) from error
        if not made.is_file():
            raise Unreadable("damaged", "LibreOffice made nothing of it; save it as DOCX by hand")
        return made.read_bytes()
