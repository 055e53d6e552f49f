"""Documents that nobody can or should read are refused in one line, whatever they are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pdfencrypt import StandardEncryption

from extractors.documents.compound import SIGNATURE
from extractors.documents.sniffing import DOC, DOCX, XLS, XLSX
from extractors.errors import Unreadable
from extractors.model import MediaType
from tests.extractors.documents.makers import (
    PDF,
    SENTENCES,
    a_docx,
    a_pdf,
    an_xlsx,
    bare_pdf,
    blocks,
    compound,
    part,
    read,
    with_part,
    work_book,
)  # fmt: skip


def locked() -> bytes:
    return a_pdf(encrypt=StandardEncryption("mo", "chu", canPrint=0))


def bomb(package: bytes, name: str) -> bytes:
    """A gigabyte of spaces in a part."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        with new.open(name, "w", force_zip64=True) as big:
            for _ in range(170):
                big.write(b" " * 2**20)
    return out.getvalue()


def entities(package: bytes, name: str) -> bytes:
    text = part(package, name)
    head, _, rest = text.partition(b"?>")
    declared = b'?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return with_part(package, name, head + declared + rest)


def lying(package: bytes) -> bytes:
    """A package whose first entry holds more than it declares."""
    place = package.index(b"PK\x01\x02") + 24
    return package[:place] + (10).to_bytes(4, "little") + package[place + 4 :]


def altered(package: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A package with something in a part put another way."""
    told = part(package, name)
    assert old in told
    return with_part(package, name, told.replace(old, new, 1))


def in_bold(sheet: Worksheet) -> None:
    sheet["A1"] = SENTENCES[0]
    sheet["A1"].font = Font(bold=True)


def with_merged(sheet: Worksheet) -> None:
    sheet.append(SENTENCES)
    sheet.merge_cells("A1:B1")


def with_link(sheet: Worksheet) -> None:
    sheet["A1"] = SENTENCES[0]
    sheet["A1"].hyperlink = "https://xa.example/"


def circular(made: bytes) -> bytes:
    """A compound file the second sector of whose directory is followed by the first."""
    return made[:520] + (1).to_bytes(4, "little") + made[524:]


CASES: dict[str, tuple[Callable[[], bytes], MediaType, str]] = {
    "locked pdf": (locked, PDF, "encrypted"),
    "cut pdf": (lambda: b"%PDF-1.4\n" + a_pdf()[9:60], PDF, "damaged"),
    "pdf without pages": (lambda: bare_pdf(0), PDF, "damaged"),
    "pdf of 10,000 pages": (lambda: bare_pdf(10_000), PDF, "too_large"),
    "pdf that lies about its pages": (lambda: bare_pdf(1, 400), PDF, "damaged"),
    "empty pdf": (lambda: b"", PDF, "empty"),
    "html called pdf": (lambda: b"<html><body>" + SENTENCES[0].encode(), PDF, "wrong_type"),
    "docx called pdf": (a_docx, PDF, "wrong_type"),
    "pdf called docx": (a_pdf, DOCX, "wrong_type"),
    "xlsx called docx": (an_xlsx, DOCX, "wrong_type"),
    "zip called xlsx": (lambda: with_part(b"PK\x05\x06" + b"\0" * 18, "a.txt", b"a"), XLSX, "wrong_type"),
    "doc called docx": (lambda: compound("WordDocument"), DOCX, "wrong_type"),
    "doc called xls": (lambda: compound("WordDocument"), XLS, "wrong_type"),
    "xls called doc": (lambda: compound("Workbook"), DOC, "wrong_type"),
    "slides called doc": (lambda: compound("PowerPoint Document"), DOC, "wrong_type"),
    "locked docx": (lambda: compound("EncryptedPackage", "EncryptionInfo"), DOCX, "encrypted"),
    "locked xlsx": (lambda: compound("EncryptedPackage", "EncryptionInfo"), XLSX, "encrypted"),
    "old word file": (lambda: compound("WordDocument", "1Table"), DOC, "needs_office"),
    "rich text called doc": (lambda: rb"{\rtf1\ansi " + b"a" * 60 + b"}", DOC, "needs_office"),
    "old excel file": (lambda: compound("Workbook"), XLS, "needs_office"),
    "excel file of 1995": (lambda: compound("Book"), XLS, "needs_office"),
    "cut doc": (lambda: compound("WordDocument")[:700], DOC, "damaged"),
    "doc whose directory goes in a circle": (lambda: circular(compound("WordDocument")), DOC, "needs_office"),
    "cut docx": (lambda: a_docx()[:-200], DOCX, "damaged"),
    "cut xlsx": (lambda: an_xlsx()[:-200], XLSX, "damaged"),
    "docx bomb": (lambda: bomb(a_docx(), "word/media/big.xml"), DOCX, "too_large"),
    "xlsx bomb": (lambda: bomb(an_xlsx(), "xl/worksheets/sheet9.xml"), XLSX, "too_large"),
    "docx entities": (lambda: entities(a_docx(), "word/document.xml"), DOCX, "unsafe"),
    "xlsx entities": (lambda: entities(an_xlsx(), "xl/workbook.xml"), XLSX, "unsafe"),
    "docx that lies about a size": (lambda: lying(a_docx()), DOCX, "damaged"),
    "docx with broken text": (lambda: with_part(a_docx(), "word/document.xml", b"<w:document"), DOCX, "damaged"),
    "xlsx with a broken sheet": (lambda: with_part(an_xlsx(), "xl/workbook.xml", b"<workbook"), XLSX, "damaged"),
    "docx of many parts": (lambda: many_parts(a_docx()), DOCX, "too_large"),
    "docx that leads nowhere": (lambda: altered(a_docx(), "_rels/.rels", b"Target=", b"Goal="), DOCX, "damaged"),
    "docx without a body": (
        lambda: with_part(
            a_docx(), "word/document.xml", part(a_docx(), "word/document.xml").replace(b"w:body", b"w:x")
        ),
        DOCX,
        "damaged",
    ),
    "docx whose styles are none": (
        lambda: altered(a_docx(), "[Content_Types].xml", b"wordprocessingml.styles+xml", b"wordprocessingml.none"),
        DOCX,
        "damaged",
    ),
    "docx with two sets of styles": (
        lambda: altered(
            a_docx(),
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            f'<Relationship Id="r" Type="{RELATIONSHIP_TYPE.STYLES}" Target="styles.xml"/></Relationships>'.encode(),
        ),
        DOCX,
        "damaged",
    ),
    "xlsx with cells merged over a whole sheet": (
        lambda: altered(work_book(with_merged), "xl/worksheets/sheet1.xml", b'ref="A1:B1"', b'ref="A1:XFD1048576"'),
        XLSX,
        "too_large",
    ),
    "xlsx with a link over a whole sheet": (
        lambda: altered(work_book(with_link), "xl/worksheets/sheet1.xml", b' ref="A1" ', b' ref="A1:XFD1048576" '),
        XLSX,
        "too_large",
    ),
    "xlsx that names no workbook": (
        lambda: altered(an_xlsx(), "[Content_Types].xml", b"sheet.main+xml", b"sheet.none+xml"),
        XLSX,
        "damaged",
    ),
    "xlsx with a cell in a font that is none": (
        lambda: altered(work_book(in_bold), "xl/styles.xml", b'fontId="1"', b'fontId="7"'),
        XLSX,
        "damaged",
    ),
}


def many_parts(package: bytes) -> bytes:
    out = BytesIO(package)
    with ZipFile(out, "a") as made:
        for number in range(5_100):
            made.writestr(f"word/{number}", b"")
    return out.getvalue()


@pytest.mark.parametrize(("make", "media_type", "code"), CASES.values(), ids=CASES)
def test_what_cannot_be_read_is_refused_in_one_line(
    make: Callable[[], bytes], media_type: MediaType, code: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        read(make(), media_type)
    assert refused.value.code == code
    assert "\n" not in refused.value.reason
    assert ";" in refused.value.reason or ":" in refused.value.reason


def test_a_locked_document_does_not_make_the_next_one_locked() -> None:
    codes = []
    for content in (locked(), bare_pdf(0)):
        with pytest.raises(Unreadable) as refusal:
            read(content, PDF)
        codes.append(refusal.value.code)
    assert codes == ["encrypted", "damaged"]


def test_letters_without_meaning_are_no_text() -> None:
    garbled = a_pdf(pageCompression=0).replace(b"/ToUnicode", b"/ToUnicodX")
    with pytest.raises(Unreadable) as refused:
        read(garbled)
    assert refused.value.code in ("garbled", "not_vietnamese", "doubtful_encoding")


def test_a_script_in_a_pdf_is_noted_and_not_run() -> None:
    plain = a_pdf(pageCompression=0)
    catalog = b"/Type /Catalog"
    action = b"/Type /Catalog /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert) >>] >> >>"
    article = read(plain.replace(catalog, action, 1))
    assert blocks(article) == blocks(read(plain))
    assert ("1 scripts", "document.scripts") in [(r.quote, r.rule) for r in article.removed]


@pytest.mark.parametrize(("make", "name"), [(a_docx, "word/vbaProject.bin"), (an_xlsx, "xl/vbaProject.bin")])
def test_macros_in_a_package_are_noted_and_not_run(make: Callable[[], bytes], name: str) -> None:
    media_type = DOCX if name.startswith("word") else XLSX
    article = read(with_part(make(), name, b"\x01" * 40), media_type)
    assert blocks(article) == blocks(read(make(), media_type))
    assert "document.macros" in {r.rule for r in article.removed}


def test_a_document_made_for_macros_is_refused() -> None:
    made = with_part(a_docx(), "word/vbaProject.bin", b"\x01" * 40)
    types = part(made, "[Content_Types].xml")
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    changed = types.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    with pytest.raises(Unreadable) as refused:
        read(with_part(made, "[Content_Types].xml", changed), DOCX)
    assert refused.value.code == "unsafe"


@given(
    st.binary(max_size=200),
    st.sampled_from([PDF, DOCX, XLSX, DOC, XLS]),
    st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", SIGNATURE, compound("WordDocument")[:560], b""]),
)
def test_any_bytes_are_refused_or_read(tail: bytes, media_type: MediaType, head: bytes) -> None:
    with pytest.raises(Unreadable):
        read(head + tail, media_type)


@given(st.data())
def test_a_damaged_document_never_breaks_reading(data: st.DataObject) -> None:
    make, media_type = data.draw(st.sampled_from([(PDF_BYTES, PDF), (DOCX_BYTES, DOCX), (XLSX_BYTES, XLSX)]))
    content = bytearray(make)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        article = read(bytes(content), media_type)
    except Unreadable as refused:
        assert refused.reason
    else:
        assert all(b.end <= len(article.text) for b in article.blocks)


PDF_BYTES, DOCX_BYTES, XLSX_BYTES = a_pdf(pageCompression=0), a_docx(), an_xlsx()
