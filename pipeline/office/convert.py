"""Old Office files (.doc, .xls) to those of today, in a folder of their own that is gone afterwards."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.documents.sniffing import DOCX, XLSX, must_be
from extractors.errors import Unreadable
from extractors.model import MediaType, Page
from pipeline.office.program import SECONDS, TooLong, convert, office_program


@dataclass(frozen=True, slots=True)
class _Successor:
    """What an old format becomes: its kind, suffix and LibreOffice's filter; `program` is what wrote the old one."""

    media_type: MediaType
    suffix: str
    filter_name: str
    program: str
    package: str


_WORD = _Successor(DOCX, "docx", "MS Word 2007 XML", "Word", "libreoffice-writer-nogui")
_EXCEL = _Successor(XLSX, "xlsx", "Calc MS Excel 2007 XML", "Excel", "libreoffice-calc-nogui")


def as_docx(page: Page) -> Page:
    """An old Word file as a DOCX; raises `Unreadable` where that cannot be done."""
    return _renewed(page, _WORD)


def as_xlsx(page: Page) -> Page:
    """An old Excel file as an XLSX; raises `Unreadable` where that cannot be done."""
    return _renewed(page, _EXCEL)


def _renewed(page: Page, successor: _Successor) -> Page:
    must_be(page.content, page.media_type)
    program = office_program()
    if program is None:
        told = f"an old {successor.program} file: install LibreOffice (apt-get install {successor.package})"
        raise Unreadable("needs_office", f"{told}, then run again")
    return replace(page, content=_converted(page.content, program, successor), media_type=successor.media_type)


def _converted(content: bytes, program: Path, successor: _Successor) -> bytes:
    by_hand = f"save it as {successor.suffix.upper()} by hand"
    with tempfile.TemporaryDirectory(prefix="thidua-office-") as folder:
        given, made = Path(folder, "given"), Path(folder, f"given.{successor.suffix}")
        given.write_bytes(content)
        try:
            convert(program, given, f"{successor.suffix}:{successor.filter_name}")
        except TooLong as error:
            raise Unreadable("too_large", f"LibreOffice took more than {SECONDS} s over it; {by_hand}") from error
        if not made.is_file():
            raise Unreadable(
                "damaged", f"LibreOffice made nothing of it (broken, or locked with a password); {by_hand}"
            )
        return made.read_bytes()
