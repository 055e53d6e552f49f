"""The bytes of a page are found by what they hash to, whatever files are called."""

from __future__ import annotations

import hashlib
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Found
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role
from pipeline.pictures.originals import Originals
from pipeline.pictures.paper import PDF, Original
from pipeline.rows import page_id
from pipeline.settings import Settings

CONTENT = b"%PDF-1.4 mot van ban"


def original(name: str, content: bytes = CONTENT) -> Original:
    return Original(page_id(content), name, PDF, len(content))


def found(folder: Path, *wanted: Original) -> list[bytes | None]:
    settings = Settings(data_dir=folder / "no-data")
    return [content for _, content in Originals(settings, [folder]).contents(wanted)]


@pytest.mark.parametrize(
    "name",
    ["a.pdf", "b/c/a.pdf", "https://vi-du.vn/tep/a.pdf?tai=1", "khac.pdf", "", "../../../etc/passwd", "/etc/passwd",
     "a\x00.pdf", "-rf", "a" * 5000, "http://[", "\ud800.pdf", "a\n.pdf", "https://vi-du.vn/%2e%2e%2fa.pdf"],
)  # fmt: skip
def test_whatever_the_page_was_called(name: str, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.pdf").write_bytes(CONTENT)
    assert found(tmp_path, original(name)) == [CONTENT]
    assert not (tmp_path / "no-data").exists()


def test_a_file_of_the_name_and_size_with_other_words_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(CONTENT.upper())
    assert found(tmp_path, original("a.pdf")) == [None]
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "a.pdf").write_bytes(CONTENT)
    assert found(tmp_path, original("a.pdf"), original("b.pdf", b"x")) == [CONTENT, None]


def test_only_files_of_the_name_are_read_where_one_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(CONTENT)
    read: list[str] = []
    reading = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path.name), reading(path))[1])
    assert found(tmp_path, original("x/b.pdf")) == [CONTENT]
    assert read == ["b.pdf"]


def test_what_is_no_file_or_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.pdf").symlink_to(tmp_path / "nowhere")
    (tmp_path / "\udcff.pdf").write_bytes(CONTENT)
    assert found(tmp_path, original("a.pdf")) == [CONTENT]


def test_without_folders_there_is_nothing(tmp_path: Path) -> None:
    assert list(Originals(Settings(data_dir=tmp_path)).contents([original("a.pdf")])) == [(original("a.pdf"), None)]


def crawled(settings: Settings, content: bytes, digest: str) -> None:
    """Keeps an answer in the archive and notes it in the ledger under a digest."""
    url = "https://vi-du.vn/tep/a.pdf"
    headers = (("Content-Type", PDF),)
    with Archive(settings.archive_dir) as archive:
        place = archive.append(Exchange(url, datetime.now(UTC), (), 200, headers, content))
    with Ledger(settings.ledger_path) as ledger:
        run = Run.begin(ledger)
        run.discover([Found(url, "bao", Role.ARTICLE, None)])
        (visit,) = run.open_visits("bao", 10)
        with ledger.transaction():
            run.add_version(visit, digest, place, time.time())
            run.fetched(visit, Answer(digest, None, None), None, 100)
        run.end()


def test_what_was_crawled_comes_out_of_the_archive(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    crawled(settings, CONTENT, hashlib.sha256(CONTENT).hexdigest())
    wanted = [original("https://vi-du.vn/tep/a.pdf"), original("b.pdf", b"x")]
    assert [content for _, content in Originals(settings).contents(wanted)] == [CONTENT, None]


def test_an_archive_that_gives_other_bytes_or_none_is_not_believed(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    crawled(settings, CONTENT.upper(), hashlib.sha256(CONTENT).hexdigest())
    assert [content for _, content in Originals(settings).contents([original("a.pdf")])] == [None]
    for path in settings.archive_dir.iterdir():
        path.unlink()
    (tmp_path / "khac.pdf").write_bytes(CONTENT)
    assert [content for _, content in Originals(settings, [tmp_path]).contents([original("a.pdf")])] == [CONTENT]
