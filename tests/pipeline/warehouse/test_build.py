"""The build: what goes in comes out once, in any order, and nothing bad is ever published."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Facts
from pipeline.errors import BusyError, ShardError, WarehouseError
from pipeline.lock import exclusive
from pipeline.manifest import manifest_path
from pipeline.publish import published_manifest
from pipeline.runs import InputBooks, begin, finish
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.stamp import Stamp
from pipeline.warehouse import build as building
from pipeline.warehouse.build import BuildReport, build
from tests.pipeline.stored import (
    article,
    first_article,
    mention,
    official,
    other_article,
    refused,
    row,
    sample_rows,
    store,
)  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """What was built from the sample rows."""
    return build(store(tmp_path_factory.mktemp("store"), sample_rows()))


def _ask(report: BuildReport, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(report.path), read_only=True) as con:
        return con.execute(query).fetchall()


def test_every_page_is_accounted_for(report: BuildReport) -> None:
    outcomes = dict(_ask(report, "SELECT outcome, count(*) FROM pages GROUP BY outcome"))
    assert outcomes == {"loaded": 3, "duplicate": 1, "quarantined": 1}
    assert _ask(report, "SELECT name, reason_code, reason FROM quarantine") == [("hỏng.html", "empty", "nothing in it")]
    assert (report.rows["articles"], report.rows["campaign_mentions"], report.rows["awards"]) == (3, 4, 5)


def test_every_fact_slices_to_its_quote(report: BuildReport) -> None:
    spans = _ask(
        report,
        """SELECT s.what, s.quote, substring(a.text, s.start + 1, s."end" - s.start)
           FROM spans AS s JOIN articles AS a USING (article_id)""",
    )
    assert {what for what, _, _ in spans} == {
        "meeting", "official", "campaign", "award", "share", "meeting date", "office", "role", "mention",
    }  # fmt: skip
    assert all(quote == words for _, quote, words in spans)


def test_the_manifest_says_what_was_published(report: BuildReport) -> None:
    manifest = published_manifest(report.path)
    assert manifest is not None
    assert (manifest.content_hash, manifest.rows) == (report.content_hash, report.rows)
    assert _ask(report, "SELECT content_hash FROM snapshot") == [(report.content_hash,)]
    assert manifest_path(report.path).is_file()
    assert not list(report.path.parent.glob(".*.tmp*"))


def test_nothing_of_the_build_stays_in_the_file(report: BuildReport) -> None:
    assert _ask(report, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL") == []
    assert {name for (name,) in _ask(report, "SELECT table_name FROM duckdb_tables()")} == {*report.rows, "snapshot"}


def test_the_content_hash_does_not_depend_on_order_or_batches(tmp_path: Path, report: BuildReport) -> None:
    rows = sample_rows()
    shuffled = random.Random(3).sample(rows, len(rows))
    single = build(store(tmp_path / "single", *([row] for row in shuffled)))
    again = build(store(tmp_path / "single"))
    fewer = build(store(tmp_path / "fewer", rows[1:]))

    assert report.content_hash == single.content_hash == again.content_hash
    assert fewer.content_hash != report.content_hash
    assert (report.shards, single.shards) == (1, 5)


def test_the_run_records_are_loaded_and_stay_out_of_the_hash(tmp_path: Path, report: BuildReport) -> None:
    settings = store(tmp_path, sample_rows())
    run = begin(settings.runs_dir, ["trang"], 2, Stamp("1", "r"))
    finish(settings.runs_dir, run, InputBooks(given=5, parsed=4, quarantined=1, by_reason={"empty": 1}))
    after = build(settings)

    assert after.content_hash == report.content_hash
    told = _ask(after, "SELECT state, given, parsed, inputs, quarantined_by_reason FROM runs")
    assert told == [("finished", 5, 4, ["trang"], {"empty": 1})]


def test_a_failed_check_leaves_what_was_published(tmp_path: Path) -> None:
    settings = store(tmp_path, sample_rows())
    good = build(settings)
    content = settings.warehouse_path.read_bytes()

    read, facts = other_article(source="bao-khac")
    bad = row(read, Facts(campaigns=facts.campaigns))
    bad["campaigns"][0]["start"] += 1
    bad["campaigns"][0]["id"] = "cdddddddddddd"
    write_shard([bad], settings.shards_dir)

    with pytest.raises(WarehouseError, match=r"check evidence: .*cdddddddddddd"):
        build(settings)
    assert settings.warehouse_path.read_bytes() == content
    assert published_manifest(settings.warehouse_path).content_hash == good.content_hash  # type: ignore[union-attr]
    assert not list(tmp_path.glob(".*.tmp*"))


def test_a_damaged_shard_is_named_and_nothing_is_published(tmp_path: Path) -> None:
    settings = store(tmp_path, sample_rows())
    shard = next(settings.shards_dir.iterdir())
    shard.write_bytes(shard.read_bytes()[:-40])
    with pytest.raises(ShardError, match=shard.name):
        build(settings)
    assert not settings.warehouse_path.exists()


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="thidua ingest"):
        build(Settings(data_dir=tmp_path))


def test_a_store_of_quarantined_pages_only_is_published(tmp_path: Path) -> None:
    report = build(store(tmp_path, [refused("a.html"), refused("b.html")]))
    assert (report.rows["articles"], report.rows["quarantine"]) == (0, 2)


def test_one_build_at_a_time(tmp_path: Path) -> None:
    settings = store(tmp_path, sample_rows())
    with exclusive(settings.data_dir), pytest.raises(BusyError):
        build(settings)


def test_a_full_disk_leaves_what_was_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = store(tmp_path, sample_rows())
    build(settings)
    content = settings.warehouse_path.read_bytes()

    def full(*_: object) -> None:
        raise duckdb.IOException("Could not write file: No space left on device")

    monkeypatch.setattr(building, "check_all", full)
    with pytest.raises(WarehouseError, match=r"No space left on device.*free some disk space"):
        build(settings)
    assert settings.warehouse_path.read_bytes() == content
    assert not list(tmp_path.glob(".*.tmp*"))


def test_the_capture_that_tells_more_stands_for_an_article(tmp_path: Path) -> None:
    read, facts = first_article()
    undated = replace(read, published=None, published_reason="no date on the page", url=None)
    report = build(store(tmp_path, [row(undated, facts, page="one"), row(read, facts, page="two")]))
    assert _ask(report, "SELECT published_text, url IS NOT NULL FROM articles") == [("2022-12-23", True)]


def test_no_day_is_invented(report: BuildReport) -> None:
    told = _ask(report, "SELECT published, published_precision FROM articles WHERE published_text = '2023-05'")
    assert told == [(None, "month")]


def test_the_key_of_a_title_is_the_one_that_sql_gives(report: BuildReport) -> None:
    assert _ask(report, "SELECT count(*), count(title_key = vn_key(title) OR NULL) FROM articles") == [(3, 3)]


def test_sources_are_declared_or_known_by_their_host_or_not_at_all(named: BuildReport) -> None:
    told = _ask(named, "SELECT source_id, origin, province FROM sources ORDER BY source_id")
    assert told == [
        ("baomau.example.vn", "host", None), ("cong-lang-son", "declared", "Lạng Sơn"), ("unknown", "unknown", None),
    ]  # fmt: skip


def test_a_name_that_the_register_does_not_know_becomes_a_candidate(named: BuildReport) -> None:
    assert _ask(named, "SELECT campaign_id, name FROM campaigns WHERE origin = 'candidate' ORDER BY 1") == [
        ("candidate:dang-ky-lam-duong-hoa", "đăng ký làm đường hoa"),
        ("candidate:moi-khom-mot-viec-lam-hay", "Mỗi khóm một việc làm hay"),
    ]


def test_people_are_one_row_a_name_whatever_its_spelling(named: BuildReport) -> None:
    told = _ask(named, "SELECT person_id, search_key FROM people WHERE search_key = 'vu thi hoa' ORDER BY 1")
    assert told == [("vũ thị hoa", "vu thi hoa"), ("vũ thị hòa", "vu thi hoa")]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """A source that nobody declared, two candidates, and a name in four spellings."""
    read, facts = other_article(source=None, url=None)
    candidates = (*facts.campaigns, mention(read.text, "đăng ký làm đường hoa", campaign=None))
    rows = [*sample_rows()[:2], row(read, Facts(campaigns=candidates))]
    for name in ("Vũ Thị Hoà", "Vũ Thị Hòa", "VŨ THỊ HÒA", "Vũ Thị Hoa"):
        told = article(f"Tin ngắn về {name}\nBà {name}, Giám đốc Sở Nội vụ dự.", name=name, source="cong-lang-son")
        rows.append(row(told, Facts(officials=(official(told.text, name, ["Giám đốc Sở Nội vụ"]),))))
    return build(store(tmp_path_factory.mktemp("named"), rows))
