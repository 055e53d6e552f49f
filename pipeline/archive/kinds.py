"""What an answer's body is: by its first bytes, else by what the server says."""

from __future__ import annotations

from extractors.documents.sniffing import is_document, sniffed
from extractors.errors import Unreadable
from extractors.model import MediaType
from pipeline.inputs import MEDIA_TYPES

HTML = frozenset({"text/html", "application/xhtml+xml"})
UNSAID = frozenset((
    "application/octet-stream", "binary/octet-stream", "application/binary", "application/download",
    "application/x-download", "application/force-download", "application/x-msdownload", "application/zip",
    "application/x-zip-compressed", "application/x-pdf", "application/vnd.ms-excel", "application/vnd.ms-word",
))  # fmt: skip
"""Media types under which servers send documents and much else."""
DOCUMENTS: dict[str, MediaType] = {
    kind: kind for kind in MEDIA_TYPES.values() if is_document(kind) and kind not in UNSAID
}
"""The documents that are read, by the media type that tells them."""


def document_in(body: bytes) -> MediaType | None:
    """The kind of document that a body is, whatever it is called; `None` for any other and for a broken one."""
    try:
        return sniffed(body)
    except Unreadable:
        return None


def kind_of(body: bytes, media_type: str) -> MediaType | None:
    """The kind of page that a body is: a document by its bytes, else what the server says, `None` where it is none.

    >>> kind_of(b"%PDF-1.4 ...", "application/octet-stream"), kind_of(b"<html>", "text/html")
    ('application/pdf', 'text/html')
    >>> kind_of(b"GIF89a", "application/octet-stream"), kind_of(b"<table>", "application/vnd.ms-excel")
    (None, None)
    """
    return document_in(body) or DOCUMENTS.get(media_type) or ("text/html" if media_type in HTML else None)
