"""WARC files of any origin as inputs: pages are read once, what is no page is counted, damage is refused by name."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from corpus.files import HOME
from extractors.documents.sniffing import DOCX, XLSX
from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.cli import app
from pipeline.intake import take_in
from pipeline.runs import InputBooks
from pipeline.settings import Settings
from pipeline.shards import scan
from tests.pipeline.conftest import Notes

pytestmark = pytest.mark.usefixtures("in_this_process")

_PAGE = """<html lang="vi"><head><meta charset="utf-8"><title>Xã {place} phát động thi đua</title></head><body><article>
<h1>Xã {place} phát động thi đua</h1>
<p>Sáng 12/3/2024, Ủy ban nhân dân xã {place} tổ chức lễ phát động phong trào thi đua “Cả nước chung sức xây dựng nông
thôn mới”. Ông Lò Văn Mẫu, Chủ tịch Ủy ban nhân dân xã {place}, dự và phát biểu với bà con các bản.</p>
<p>Dịp này, xã tặng Giấy khen cho 5 tập thể có nhiều việc làm hay trong phong trào làm đường, giữ rừng, giúp nhau vốn
giống, và nhắc mọi nhà cùng giữ nếp sống sạch đẹp quanh năm.</p></article></body></html>"""
_HTML = (("Content-Type", "text/html; charset=utf-8"),)


def exchange(url: str, body: str | bytes, status: int = 200, headers: Any = _HTML) -> Exchange:
    content = body.encode() if isinstance(body, str) else body
    return Exchange(url, datetime(2024, 3, 13, tzinfo=UTC), (), status, headers, content)


def archive(folder: Path, *exchanges: Exchange) -> Path:
    """A WARC file of several sites, as a public crawl leaves it."""
    with Archive(folder) as written:
        for one in exchanges:
            written.append(one)
    (path,) = folder.glob("*.warc.gz")
    return path


def a_crawl(folder: Path) -> Path:
    png = (("Content-Type", "image/png"),)
    return archive(
        folder,
        exchange("https://mot.example.vn/1.html", _PAGE.format(place="Bản Một")),
        exchange("https://hai.example.vn/2.html", _PAGE.format(place="Bản Hai")),
        exchange("https://hai.example.vn/logo.png", b"\x89PNG", headers=png),
        exchange("https://hai.example.vn/3.html", "", 404),
        exchange("https://hai.example.vn/2.html?again", _PAGE.format(place="Bản Hai")),
        exchange("https://hai.example.vn/cu", "", 301, (("Location", "/2.html"),)),
    )


def taken_in(home: Path, notes: Notes, *paths: Path) -> tuple[InputBooks, list[dict[str, Any]]]:
    settings = Settings(data_dir=home / "data")
    books = take_in([str(path) for path in paths], settings, notes).books
    rows = [row for shard in scan(settings.shards_dir) for row in shard.table.to_pylist()]  # type: ignore[union-attr]
    return books, rows


def test_pages_of_an_archive_are_read_once_and_the_rest_is_counted(tmp_path: Path, notes: Notes) -> None:
    path = a_crawl(tmp_path / "cc")
    books, rows = taken_in(tmp_path, notes, path)
    skipped = {"image/png in archives": 1, "status 301 in archives": 1, "status 404 in archives": 1}
    assert books == InputBooks(given=3, parsed=2, known=1, skipped=skipped)
    assert {row["name"]: row["article"]["host"] for row in rows} == {
        "https://mot.example.vn/1.html": "mot.example.vn",
        "https://hai.example.vn/2.html": "hai.example.vn",
    }
    told = "passed over 3 answers in archives that are no pages: 1 image/png, 1 status 301, 1 status 404"
    assert (notes.total, notes.done, notes.warnings) == (3, 3, [told])
    assert taken_in(tmp_path, notes, path)[0].known == 3


def test_documents_in_an_archive_are_read_by_what_they_are(tmp_path: Path, notes: Notes) -> None:
    folder, unsaid = HOME / "samples" / "documents", (("Content-Type", "application/octet-stream"),)
    word, sheet = (
        (folder / "quyet-dinh-danh-sach.docx").read_bytes(),
        (folder / "danh-sach-khen-thuong.xlsx").read_bytes(),
    )
    path = archive(
        tmp_path / "cc",
        exchange("https://mot.example.vn/tai-ve?id=1", word, headers=unsaid),
        exchange("https://mot.example.vn/bang.xlsx", sheet, headers=(("Content-Type", XLSX),)),
        exchange("https://mot.example.vn/phim.bin", b"\x00\x01 not a document", headers=unsaid),
        exchange("https://mot.example.vn/gia.pdf", "<html>", headers=(("Content-Type", "application/pdf"),)),
    )
    books, rows = taken_in(tmp_path, notes, path)
    skipped = {"application/octet-stream in archives": 1}
    assert books == InputBooks(given=3, parsed=2, quarantined=1, by_reason={"wrong_type": 1}, skipped=skipped)
    assert {row["name"].rpartition("/")[2]: row["media_type"] for row in rows} == {
        "tai-ve?id=1": DOCX,
        "bang.xlsx": XLSX,
        "gia.pdf": "application/pdf",
    }


def test_files_and_archives_in_one_folder_and_uncompressed(tmp_path: Path, notes: Notes) -> None:
    path = a_crawl(tmp_path / "given")
    (tmp_path / "given" / "plain.warc").write_bytes(gzip.decompress(path.read_bytes()))
    (tmp_path / "given" / "saved.html").write_text(_PAGE.format(place="Bản Ba"), "utf-8")
    books, rows = taken_in(tmp_path, notes, tmp_path / "given")
    assert (books.given, books.parsed, books.known) == (7, 3, 4)
    assert "saved.html" in {row["name"] for row in rows}


def test_the_charset_that_the_server_named_is_used(tmp_path: Path, notes: Notes) -> None:
    page = _PAGE.format(place="Bản Bốn").replace('<meta charset="utf-8">', "")
    headers = (("Content-Type", "text/html; charset=utf-16le"),)
    body = page.encode("utf-16-le")
    _, rows = taken_in(tmp_path, notes, archive(tmp_path / "a", exchange("https://a.vn/1", body, headers=headers)))
    assert rows[0]["article"]["title"] == "Xã Bản Bốn phát động thi đua"


def test_a_declared_source_names_the_page_and_its_province(tmp_path: Path, notes: Notes) -> None:
    one = exchange("https://baohatinh.vn/thi-dua-post1.html", _PAGE.format(place="Bản Năm"))
    _, rows = taken_in(tmp_path, notes, archive(tmp_path / "a", one))
    assert (rows[0]["article"]["source"], rows[0]["article"]["province"]) == ("bao-ha-tinh", "Hà Tĩnh")


def test_damage_is_refused_by_name_and_what_follows_is_read(tmp_path: Path, notes: Notes) -> None:
    path = a_crawl(tmp_path / "cc")
    content = bytearray(path.read_bytes())
    content[content.index(b"\x1f\x8b\x08", 10) + 30] ^= 0xFF
    path.write_bytes(content)
    books, _ = taken_in(tmp_path, notes, path)
    assert books.refused == 1
    assert books.parsed + books.known + books.refused == books.given == 3
    assert notes.warnings[0].startswith(f"{path} at byte ")
    assert "; what follows it is read; take a sound copy for the rest" in notes.warnings[0]


def test_what_is_no_archive_is_refused(tmp_path: Path, notes: Notes) -> None:
    path = tmp_path / "no.warc.gz"
    path.write_bytes(b"no archive at all")
    assert taken_in(tmp_path, notes, path)[0] == InputBooks(given=1, refused=1)


def test_the_facts_of_an_archive_can_be_printed(tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["extract", str(a_crawl(tmp_path / "cc"))])
    assert run.exit_code == 0
    documents = [json.loads(line) for line in run.stdout.splitlines()]
    hosts = ["mot.example.vn/1.html", "hai.example.vn/2.html", "hai.example.vn/2.html?again"]
    assert [document["id"] for document in documents] == [f"https://{host}" for host in hosts]
    assert documents[0]["campaigns"]
