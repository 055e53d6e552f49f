"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from extractors.documents.compound import SIGNATURE, top_streams
from extractors.errors import Unreadable
from extractors.model import MediaType

DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC: MediaType = "application/msword"
XLS: MediaType = "application/vnd.ms-excel"
_SNIFFED_BYTES = 1024
_RICH_TEXT = b"{\\rtf"
_LOCKED = "EncryptedPackage"
_WORD, _EXCEL = ("WordDocument", _LOCKED), ("Workbook", "Book")
_NAMES = {
    "application/pdf": "a PDF",
    DOCX: "a DOCX",
    XLSX: "an XLSX",
    DOC: "an old Word file",
    XLS: "an old Excel file",
}


def is_document(media_type: MediaType) -> bool:
    """Whether a kind of file is a document: neither HTML nor plain text."""
    return media_type not in ("text/html", "text/plain")


def sniffed(content: bytes) -> MediaType | None:
    """The kind of document that the bytes are, `None` where they are none that is known.

    Raises `Unreadable` where the package is broken; one that is locked counts as what Office wrote before 2007.
    """
    if b"%PDF-" in content[:_SNIFFED_BYTES]:
        return "application/pdf"
    if content.startswith(SIGNATURE):
        return _compounded(content)
    if content.startswith(_RICH_TEXT):
        return DOC
    return _packaged(content) if content.startswith(b"PK") else None


def _compounded(content: bytes) -> MediaType | None:
    streams = top_streams(content)
    if not streams.isdisjoint(_WORD):
        return DOC
    return None if streams.isdisjoint(_EXCEL) else XLS


def _packaged(content: bytes) -> MediaType | None:
    try:
        names = set(ZipFile(BytesIO(content)).namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("damaged", "the package is cut short or broken; fetch the file again") from error
    return DOCX if "word/document.xml" in names else XLSX if "xl/workbook.xml" in names else None


def must_be(content: bytes, media_type: MediaType) -> None:
    """Raise `Unreadable` where the bytes are not what they are called."""
    if not content.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty", "no bytes but space: nothing was captured; fetch the file again")
    found = sniffed(content)
    if found == DOC and content.startswith(SIGNATURE) and _LOCKED in top_streams(content):
        raise Unreadable("encrypted", "the file is locked with a password; ask for an open copy")
    if found != media_type:
        is_what = _NAMES[found] if found else "no document of a known kind"
        raise Unreadable("wrong_type", f"called {_NAMES[media_type]} but is {is_what}; give it its right name")
