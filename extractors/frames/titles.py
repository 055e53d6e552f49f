"""The office of a signer in full: what stands over the name, at the body that issues the document."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Document, Span, Title
from extractors.officials.line import line_from
from extractors.officials.offices import Office, read_office
from extractors.officials.titles import canonical, level_of
from extractors.reading import Reading
from extractors.text import phrase_key


def title_of_signer(reading: Reading, document: Document, office: Span) -> Title:
    """The office as written, in full with its body: "PHÓ CHỦ TỊCH" of a provincial committee is its vice chairman."""
    said = " ".join(office.quote.split())
    for full in _in_full(said, document):
        read = read_office(line_from(full), 0)
        if read is None:
            continue
        body = canonical(full, read, read.body_start) if read.body_start is not None else None
        return Title(
            span=office,
            text=said,
            canonical=canonical(full, read, read.start),
            body=body,
            level=level_of(read),
            province=_province(reading, document, read),
        )
    return Title(span=office, text=said, canonical=said)


def _in_full(said: str, document: Document) -> Iterator[str]:
    """The office with the issuing body behind it, or the body above where the office already names that one."""
    for body in (document.issuer, document.parent):
        name = " ".join(body.quote.split()) if body else ""
        if name and not phrase_key(said).endswith(phrase_key(name)):
            yield f"{said} {name}"
    yield said


def _province(reading: Reading, document: Document, office: Office) -> str | None:
    """The province of the office, else that of the body above, else the one that the page is from."""
    if office.provinces:
        return office.provinces[-1]
    certain = [provinces for provinces in office.districts if len(provinces) == 1]
    if certain:
        return certain[0][0]
    above = document.parent and read_office(line_from(f"chủ tịch {' '.join(document.parent.quote.split())}"), 0)
    return above.provinces[-1] if above and above.provinces else reading.article.province
