"""The restore drill: what was published comes back from what is stored, and from the archive alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from extractors.model import Page
from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.errors import WarehouseError
from pipeline.publish import published_manifest
from pipeline.rebuild import rebuild
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.stored import sample_rows, store

_PAGE = """<html lang="vi"><head><title>Xã {place} phát động thi đua</title></head><body><article>
<h1>Xã {place} phát động thi đua</h1>
<p>Sáng 12/3/2024, Ủy ban nhân dân xã {place} tổ chức lễ phát động phong trào thi đua “Cả nước chung sức xây dựng nông
thôn mới”. Ông Lò Văn Mẫu, Chủ tịch Ủy ban nhân dân xã {place}, dự và phát biểu với bà con các bản.</p>
<p>Dịp này, xã tặng Giấy khen cho 5 tập thể có nhiều việc làm hay trong phong trào làm đường, giữ rừng, giúp nhau vốn
giống, và nhắc mọi nhà cùng giữ nếp sống sạch đẹp quanh năm.</p></article></body></html>"""


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker processes: they have no part in what is tested here, and would only take time."""

    def each(task: Callable[[Page], Any], pages: Iterable[Page], _: Settings) -> Iterator[Any]:
        return (Failure("timeout", "took too long") if b"slow" in page.content else task(page) for page in pages)

    monkeypatch.setattr("pipeline.outcomes.isolated", each)


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
    settings = Settings(data_dir=tmp_path)
    _archive(settings, mot=_PAGE.format(place="Bản Một"), hai="<p>slow</p>")
    rebuilt = rebuild(settings, notes)
    assert (rebuilt.built.rows["articles"], rebuilt.built.rows["quarantine"]) == (1, 1)
    assert (rebuild(settings, notes).read, rebuild(settings, notes).known) == (1, 1)


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
