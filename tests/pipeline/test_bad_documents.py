"""Documents that nobody should read, through the real door: one line for each, within bounds, and the run goes on."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from pipeline.ingest import Ingested, ingest
from pipeline.intake import take_in
from pipeline.settings import Settings
from pipeline.warehouse.connect import reading
from tests.extractors.documents.makers import SENTENCES, a_docx, a_pdf, an_xlsx, bare_pdf, part, with_part, word_file
from tests.pipeline.conftest import Notes

GIGABYTE = 2**30
_MEGABYTE = 2**20
_CENTRAL, _LOCAL = (b"PK\x01\x02", 10, 46), (b"PK\x03\x04", 8, 30)
_DECLARED = b'?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"


def misnamed() -> bytes:
    """A good DOCX; its name says something else."""
    return word_file(lambda made: made.add_paragraph(" ".join(SENTENCES)))


def bare_pdf_of_a_page() -> bytes:
    return bare_pdf(1)


def bomb(package: bytes, name: str, declared: int) -> bytes:
    """A package one part of which unpacks to a gigabyte of spaces, whatever size it declares."""
    spaces = b" " * _MEGABYTE
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (pack.compress(spaces) + pack.flush(zlib.Z_FULL_FLUSH)) * (GIGABYTE // _MEGABYTE) + b"\x03\x00"
    check = 0
    for _ in range(GIGABYTE // _MEGABYTE):
        check = zlib.crc32(spaces, check)
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, packed)
    made = bytearray(out.getvalue())
    for mark, method, head in (_CENTRAL, _LOCAL):
        at = next(at for at in found(made, mark) if made.startswith(name.encode(), at + head))
        struct.pack_into("<H", made, at + method, zlib.DEFLATED)
        struct.pack_into("<III", made, at + method + 6, check, len(packed), declared)
    return bytes(made)


def found(made: bytes | bytearray, mark: bytes) -> Iterator[int]:
    """Every place where a mark stands."""
    at = made.find(mark)
    while at >= 0:
        yield at
        at = made.find(mark, at + 1)


def with_entities(package: bytes, name: str) -> bytes:
    head, _, rest = part(package, name).partition(b"?>")
    return with_part(package, name, head + _DECLARED + rest)


def for_macros() -> bytes:
    made = with_part(a_docx(), "word/vbaProject.bin", b"\x01" * 40)
    return with_part(made, "[Content_Types].xml", part(made, "[Content_Types].xml").replace(_MAIN, _MACROS))


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom-khai-that.docx": (lambda: bomb(a_docx(), "word/document.xml", GIGABYTE), "too_large"),
    "bom-noi-doi.docx": (lambda: bomb(a_docx(), "word/document.xml", 9_000), "damaged"),
    "bom-khai-that.xlsx": (lambda: bomb(an_xlsx(), "xl/worksheets/sheet1.xml", GIGABYTE), "too_large"),
    "bom-noi-doi.xlsx": (lambda: bomb(an_xlsx(), "xl/worksheets/sheet1.xml", 9_000), "damaged"),
    "cat-cut.pdf": (lambda: a_pdf()[:200], "damaged"),
    "cat-cut.docx": (lambda: a_docx()[:-300], "damaged"),
    "chu-vo-nghia.pdf": (lambda: a_pdf(pageCompression=0).replace(b"/ToUnicode", b"/ToUnicodX"), "garbled"),
    "co-khoa.pdf": (lambda: a_pdf(encrypt=StandardEncryption("mo", "chu", canPrint=0)), "encrypted"),
    "co-macro.docx": (for_macros, "unsafe"),
    "khong-trang.pdf": (lambda: bare_pdf(0), "damaged"),
    "muoi-nghin-trang.pdf": (lambda: bare_pdf(10_000), "too_large"),
    "sai-duoi.pdf": (misnamed, "wrong_type"),
    "sai-duoi.xlsx": (bare_pdf_of_a_page, "wrong_type"),
    "thuc-the.docx": (lambda: with_entities(a_docx(), "word/document.xml"), "unsafe"),
    "thuc-the.xlsx": (lambda: with_entities(an_xlsx(), "xl/workbook.xml"), "unsafe"),
}
GOOD: dict[str, Callable[[], bytes]] = {"tot.pdf": a_pdf, "tot.docx": a_docx, "tot.xlsx": an_xlsx}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ingested, Notes, Settings]:
    """All of them in one run, with three good ones and a file made for macros, in little time and memory."""
    home, notes = tmp_path_factory.mktemp("bad"), Notes()
    for name, (make, _) in BAD.items():
        (home / name).write_bytes(make())
    for name, good in GOOD.items():
        (home / name).write_bytes(good())
    (home / "mau.docm").write_bytes(for_macros())
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), workers=2, document_seconds=10, page_memory_mb=256)
    return ingest([str(home)], settings, notes), notes, settings


def test_the_run_goes_on_and_its_books_balance(run: tuple[Ingested, Notes, Settings]) -> None:
    ingested, _, settings = run
    books = ingested.run.books
    assert (books.given, books.parsed, books.quarantined) == (len(BAD) + len(GOOD), len(GOOD), len(BAD))
    assert books.skipped == {".docm": 1}
    with reading(settings.warehouse_path) as con:
        told = con.execute("SELECT name FROM pages WHERE outcome <> 'quarantined' ORDER BY name").fetchall()
    assert [name for (name,) in told] == sorted(GOOD)


@pytest.mark.parametrize("name", BAD)
def test_each_is_refused_in_one_line_for_what_it_is(run: tuple[Ingested, Notes, Settings], name: str) -> None:
    lines = [line for line in run[1].warnings if line.startswith(f"{name}: ")]
    assert len(lines) == 1
    assert lines[0].startswith(f"{name}: quarantined ({BAD[name][1]}): ")
    assert "\n" not in lines[0]


def test_one_line_names_the_files_that_are_not_read(run: tuple[Ingested, Notes, Settings]) -> None:
    assert [line for line in run[1].warnings if ".docm" in line] == [
        line for line in run[1].warnings if line.startswith("skipped 1 files")
    ]


def test_a_file_under_its_right_name_is_read(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", workers=1)
    (tmp_path / "bao-cao.pdf").write_bytes(misnamed())
    assert ingest([str(tmp_path / "bao-cao.pdf")], settings, Notes()).run.books.quarantined == 1
    (tmp_path / "bao-cao.pdf").rename(tmp_path / "bao-cao.docx")
    again = ingest([str(tmp_path / "bao-cao.docx")], settings, Notes())
    assert (again.run.books.parsed, again.run.books.known) == (1, 0)
    with reading(settings.warehouse_path) as con:
        assert con.execute("SELECT name, outcome FROM pages").fetchall() == [("bao-cao.docx", "loaded")]


def test_a_scan_is_read_once_the_program_for_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    waiting = {"outcome": "quarantined", "reason_code": "scan", "reason": "install it"}
    monkeypatch.setattr("pipeline.intake.outcomes", lambda items, *_: ((item, item.head | waiting) for item in items))
    (tmp_path / "quet.pdf").write_bytes(bare_pdf(1))
    for _ in range(2):
        run = take_in([str(tmp_path / "quet.pdf")], settings, Notes())
        assert (run.books.quarantined, run.books.known) == (1, 0)
