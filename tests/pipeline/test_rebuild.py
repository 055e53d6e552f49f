"""The restore drill: what was published comes back from what is stored, and from the archive alone."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extractors.model import Page
from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.errors import WarehouseError
from pipeline.publish import published_manifest
from pipeline.query import answering
from pipeline.rebuild import rebuild
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings
from pipeline.tasks import row_of_page
from pipeline.warehouse.build import build
from tests.pipeline.stored import sample_rows, store

pytestmark = pytest.mark.usefixtures("in_this_process")

_PAGE = """<html lang="vi"><head><title>Xã {place} phát động thi đua</title></head><body><article>
<h1>Xã {place} phát động thi đua</h1>
<p>Sáng 12/3/2024, Ủy ban nhân dân xã {place} tổ chức lễ phát động phong trào thi đua “Cả nước chung sức xây dựng nông
thôn mới”. Ông Lò Văn Mẫu, Chủ tịch Ủy ban nhân dân xã {place}, dự và phát biểu với bà con các bản.</p>
<p>Dịp này, xã tặng Giấy khen cho 5 tập thể có nhiều việc làm hay trong phong trào làm đường, giữ rừng, giúp nhau vốn
giống, và nhắc mọi nhà cùng giữ nếp sống sạch đẹp quanh năm.</p></article></body></html>"""


def _archive(settings: Settings, **pages: str) -> Path:
    """An archive of saved answers; the file that it stands in."""
    with Archive(settings.data_dir / "archive") as archive:
        for name, text in pages.items():
            headers = (("Content-Type", "text/html; charset=utf-8"),)
            url = f"https://baomau.example.vn/{name}.html"
            archive.append(Exchange(url, datetime(2024, 3, 13, tzinfo=UTC), (), 200, headers, text.encode()))
        archive.sync()
    (file,) = (settings.data_dir / "archive").glob("*.warc.gz")
    return file


def test_a_deleted_warehouse_comes_back_the_same(tmp_path: Path, notes: Any) -> None:
    settings = store(tmp_path, sample_rows())
    first = build(settings).content_hash
    shutil.rmtree(settings.warehouse_path.parent)
    rebuilt = rebuild(settings, notes)
    assert (rebuilt.built.content_hash, rebuilt.read, rebuilt.damaged) == (first, 0, 0)
    assert published_manifest(settings.warehouse_path).content_hash == first  # type: ignore[union-attr]


def test_what_only_the_shards_held_is_named(tmp_path: Path, notes: Any) -> None:
    settings = store(tmp_path, sample_rows())
    _archive(settings, mot=_PAGE.format(place="Bản Một"))
    before = rebuild(settings, notes)
    assert before.lost == ()
    shutil.rmtree(settings.shards_dir)
    after = rebuild(settings, notes)
    assert len(after.lost) == len(sample_rows()) == before.built.rows["pages"] - after.built.rows["pages"]


def test_all_comes_back_from_the_archive_alone(tmp_path: Path, notes: Any) -> None:
    settings = Settings(data_dir=tmp_path)
    _archive(settings, mot=_PAGE.format(place="Bản Một"), hai=_PAGE.format(place="Bản Hai"))
    first = rebuild(settings, notes)
    assert (first.read, first.known, first.built.rows["articles"]) == (2, 0, 2)
    assert first.built.rows["campaign_mentions"] >= 2
    again = rebuild(settings, notes)
    assert (again.read, again.known) == (0, 2)
    shutil.rmtree(settings.shards_dir)
    shutil.rmtree(settings.warehouse_path.parent)
    restored = rebuild(settings, notes)
    assert restored.read == 2
    assert first.built.content_hash == again.built.content_hash == restored.built.content_hash
    assert notes.warnings == []


def test_a_text_that_was_put_back_counts_again_from_the_archive_alone(tmp_path: Path, notes: Any) -> None:
    settings = Settings(data_dir=tmp_path)
    before = _PAGE.format(place="Bản Một")
    with Archive(settings.archive_dir) as archive:
        for day, text in enumerate((before, before.replace("Dịp này", "Nhân dịp này"), before), 13):
            at = datetime(2024, 3, day, tzinfo=UTC)
            headers = (("Content-Type", "text/html; charset=utf-8"),)
            archive.append(Exchange("https://baomau.example.vn/mot.html", at, (), 200, headers, text.encode()))
    rebuilt = rebuild(settings, notes)
    assert (rebuilt.read, rebuilt.built.rows["pages"], rebuilt.built.rows["articles"]) == (3, 2, 2)
    versions = "SELECT contains(text, 'Nhân dịp này'), superseded_by IS NULL FROM articles ORDER BY 1"
    with answering(settings.warehouse_path, versions) as answer:
        assert list(answer.rows) == [(False, True), (True, False)]
    assert rebuild(settings, notes).read == 0


def test_a_damaged_shard_is_set_aside_and_its_pages_are_read_again(tmp_path: Path, notes: Any) -> None:
    settings = Settings(data_dir=tmp_path)
    _archive(settings, mot=_PAGE.format(place="Bản Một"))
    first = rebuild(settings, notes)
    (shard,) = settings.shards_dir.iterdir()
    shard.write_bytes(shard.read_bytes()[:-9])
    restored = rebuild(settings, notes)
    assert (restored.read, restored.built.content_hash) == (1, first.built.content_hash)
    assert "damaged" in notes.warnings[0] and str(settings.aside_dir) in notes.warnings[0]


def test_a_page_that_fails_is_quarantined_and_tried_again(tmp_path: Path, notes: Any) -> None:
    def task(page: Page) -> Any:
        return Failure("timeout", "took too long") if b"slow" in page.content else row_of_page(page)

    settings = Settings(data_dir=tmp_path)
    _archive(settings, mot=_PAGE.format(place="Bản Một"), hai="<p>slow</p>")
    rebuilt = rebuild(settings, notes, task)
    assert (rebuilt.built.rows["articles"], rebuilt.built.rows["quarantine"]) == (1, 1)
    assert (rebuild(settings, notes, task).read, rebuild(settings, notes, task).known) == (1, 1)


def test_what_is_damaged_in_the_archive_is_told(tmp_path: Path, notes: Any) -> None:
    settings = Settings(data_dir=tmp_path)
    file = _archive(settings, mot=_PAGE.format(place="Bản Một"), hai=_PAGE.format(place="Bản Hai"))
    file.write_bytes(file.read_bytes()[:-60])
    rebuilt = rebuild(settings, notes)
    assert (rebuilt.read, rebuilt.damaged) == (1, 1)
    assert notes.warnings[0].startswith(f"{file}: damaged at byte ")


def test_nothing_stored_says_what_to_do(tmp_path: Path, notes: Any) -> None:
    with pytest.raises(WarehouseError, match="thidua ingest"):
        rebuild(Settings(data_dir=tmp_path), notes)
