"""Office files are ZIP packages: what one holds is counted before any of it is read."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - the module gives it a lower-case name

from extractors.errors import Unreadable

MOST_BYTES = 160 * 2**20
MOST_ENTRIES = 5_000
_MOST_XML_BYTES = 64 * 2**20
_LOCKED = 0x1
_READ_BYTES = 2**20
_OVERLAP_BYTES = 64
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O\x00C|E\x00N\x00T)|\x00<\x00!\x00(?:D\x00O|E\x00N)")
_MACROS = ("vbaProject.bin", "vbaData.xml")
BROKEN = (AttributeError, BadZipFile, LookupError, OSError, SyntaxError, TypeError, ValueError)
"""What libraries raise where a package lacks a part, or a part what it should hold; broken XML is a `SyntaxError`."""


def checked_package(content: bytes) -> ZipFile:
    """The package of an office file, of bearable size and without XML entities; raises `Unreadable` for any other.

    `zipfile` gives no more bytes of an entry than it declares, so the declared sizes bound the real ones.
    """
    try:
        package = ZipFile(BytesIO(content))
        _must_be_bearable(package.infolist())
        for entry in package.infolist():
            if entry.filename.endswith((".xml", ".rels", ".vml")):
                _must_declare_nothing(package, entry)
    except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Unreadable("damaged", "the package is cut short or broken; fetch the file again") from error
    return package


def has_macros(package: ZipFile) -> bool:
    """Whether programs stand in the package; they are never run."""
    return any(name.endswith(_MACROS) for name in package.namelist())


def _must_be_bearable(entries: list[ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if entry.filename.endswith(".xml")), default=0)
    if len(entries) > MOST_ENTRIES or size > MOST_BYTES or largest > _MOST_XML_BYTES:
        told = f"{size / 2**20:.0f} MB in {len(entries)} parts when unpacked"
        raise Unreadable("too_large", f"{told}, more than a document has; take the file out")
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise Unreadable("encrypted", "the package is locked with a password; ask for an open copy")


def _must_declare_nothing(package: ZipFile, entry: ZipInfo) -> None:
    tail = b""
    with package.open(entry) as part:
        while chunk := part.read(_READ_BYTES):
            if _DECLARES.search(tail + chunk):
                raise Unreadable("unsafe", f"{entry.filename[:80]!r} declares XML entities; take the file out")
            tail = chunk[-_OVERLAP_BYTES:]
