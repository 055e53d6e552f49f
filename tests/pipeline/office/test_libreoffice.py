"""Old Office files through LibreOffice itself, from the door of `thidua ingest` to the facts."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractors.documents.sniffing import DOC
from extractors.errors import Unreadable
from extractors.model import Page
from pipeline.ingest import ingest
from pipeline.office import program
from pipeline.office.convert import as_docx
from pipeline.settings import Settings
from pipeline.warehouse.connect import reading
from tests.extractors.documents.makers import SENTENCES, word_file
from tests.papers.contents import letter, merged, sheets
from tests.papers.make import gold, made
from tests.pipeline.conftest import Notes
from tests.pipeline.office.oldfiles import is_running, needs_office, old_file, programs_under

pytestmark = [needs_office, pytest.mark.slow]
LATEST_SECONDS, DYING_SECONDS = 20, 2
WORD = "doc:MS Word 97"
WORKER = """
import sys
from pathlib import Path
from extractors.model import Page
from pipeline.office import program
from pipeline.office.convert import as_docx
as_docx(Page(Path(sys.argv[1]).read_bytes(), "lon.doc", "application/msword"))
"""


def test_old_word_files_are_ingested_with_their_frame_and_list(tmp_path: Path) -> None:
    papers = {"cong-van.doc": letter.PAPER, "quyet-dinh.doc": merged.PAPER}
    (tmp_path / "given").mkdir()
    for name, paper in papers.items():
        (tmp_path / "given" / name).write_bytes(old_file(ended(made(paper)), tmp_path / name, WORD))
    settings = Settings(data_dir=tmp_path / "data", workers=1)
    books = ingest([str(tmp_path / "given")], settings, Notes()).run.books
    assert (books.given, books.parsed, books.quarantined) == (2, 2, 0)
    with reading(settings.warehouse_path) as con:
        told = con.execute(
            "SELECT d.number, d.issued::VARCHAR, d.signer, sum(w.count)::INTEGER FROM documents AS d "
            "LEFT JOIN awards AS w USING (article_id) GROUP BY ALL ORDER BY d.number"
        ).fetchall()
    frames = [gold(paper) for paper in papers.values()]
    assert told == [
        (
            frame["document"]["number"],
            frame["document"]["issued"],
            frame["document"]["signer"]["name"],
            sum(award["count"] for award in frame["awards"]),
        )
        for frame in frames
    ]


def test_an_old_workbook_is_ingested_with_its_lists(tmp_path: Path) -> None:
    (tmp_path / "danh-sach.xls").write_bytes(old_file(made(sheets.PAPER), tmp_path / "made", "xls:MS Excel 97"))
    settings = Settings(data_dir=tmp_path / "data", workers=1)
    assert ingest([str(tmp_path / "danh-sach.xls")], settings, Notes()).run.books.parsed == 1
    with reading(settings.warehouse_path) as con:
        told = con.execute('SELECT award, unit, "count" FROM awards').fetchall()
    assert sorted(told) == sorted(
        (award["award"], award["unit"], award["count"]) for award in sheets.PAPER.facts["awards"]
    )


def ended(content: bytes) -> bytes:
    """A DOCX with an empty paragraph at its end: old Word files cannot end with a table."""
    document = docx.Document(BytesIO(content))
    document.add_paragraph()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_nothing_is_fetched_that_a_file_links_to(tmp_path: Path, asked: list[str]) -> None:
    address = asked.pop()
    content = old_file(word_file(lambda made: linked(made, f"{address}anh.png")), tmp_path / "made", WORD)
    assert address.encode("utf-16-le") in content or address.encode() in content
    as_docx(Page(content, "lien-ket.doc", media_type=DOC))
    assert asked == []


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The addresses that a server on this machine was asked for; at first its own."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names that the library asks for

        def log_message(self, *told: object) -> None:
            del told

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        seen.append(f"http://127.0.0.1:{server.server_port}/")
        yield seen
        server.shutdown()


def linked(document: docx.document.Document, address: str) -> None:
    """A paragraph with a picture that stands elsewhere."""
    line = document.add_paragraph(SENTENCES[0])
    part = document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    picture = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:link="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawing = (
        f'<w:r {nsdecls("w", "wp", "a", "pic", "r")}><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="{kind}">{picture}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    line._p.append(parse_xml(drawing))


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An old Word file whose conversion takes seconds."""
    folder = tmp_path_factory.mktemp("long")
    many = word_file(lambda made: [made.add_paragraph(" ".join(SENTENCES)) for _ in range(9_000)])
    (folder / "lon.doc").write_bytes(old_file(many, folder / "made", WORD))
    return folder / "lon.doc"


def gone(pids: set[int]) -> bool:
    """Whether processes have ended, or soon do."""
    end = time.monotonic() + DYING_SECONDS
    while any(map(is_running, pids)) and time.monotonic() < end:
        time.sleep(0.02)
    return not any(map(is_running, pids))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child of its parent's death")
def test_a_killed_worker_leaves_no_libreoffice_running(long_file: Path) -> None:
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(long_file)])
    try:
        children = started_by(worker.pid)
        assert children
    finally:
        worker.kill()
        worker.wait()
    assert gone(children)


@pytest.mark.parametrize(("limit", "bound", "code"), [("SECONDS", 1, "too_large"), ("MEMORY_BYTES", 2**27, "damaged")])
def test_a_conversion_has_bounds(
    limit: str, bound: int, code: str, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = programs_under(os.getpid())
    monkeypatch.setattr(program, limit, bound)
    with pytest.raises(Unreadable) as refused:
        as_docx(Page(long_file.read_bytes(), "lon.doc", media_type=DOC))
    assert refused.value.code == code
    assert gone(programs_under(os.getpid()) - others)


def started_by(pid: int) -> set[int]:
    """What a process has started, once that goes on: a first start in a new profile is soon over."""
    end = time.monotonic() + LATEST_SECONDS
    before: set[int] = set()
    while time.monotonic() < end:
        found = programs_under(pid)
        if found and found == before:
            return found
        before = found
        time.sleep(0.5)
    return set()
