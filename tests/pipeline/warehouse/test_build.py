"""The build: what goes in comes out once, in any order, and nothing bad is ever published."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extractors.model import Facts
from pipeline.errors import BusyError, ShardError, WarehouseError
from pipeline.lock import exclusive
from pipeline.publish import manifest_path, published_manifest
from pipeline.settings import Settings
from pipeline.stamp import Stamp
from pipeline.shards import write_shard
from pipeline.warehouse import build as building
from pipeline.warehouse.build import build
from tests.pipeline.stored import first_article, mention, other_article, refused, row, sample_rows, store


def test_every_page_is_accounted_for(tmp_path: Path) -> None:
    report = build(store(tmp_path, sample_rows()))

    with duckdb.connect(str(report.path), read_only=True) as con:
        outcomes = dict(con.execute("SELECT outcome, count(*) FROM pages GROUP BY outcome").fetchall())
        assert outcomes == {"loaded": 3, "duplicate": 1, "quarantined": 1}
        assert con.execute("SELECT name, reason_code, reason FROM quarantine").fetchall() == [
            ("hỏng.html", "empty", "nothing in it")
        ]
    assert report.rows["articles"] == 3
    assert report.rows["campaign_mentions"] == 4
    assert report.rows["awards"] == 5


def test_every_fact_slices_to_its_quote(tmp_path: Path) -> None:
    report = build(store(tmp_path, sample_rows()))
    with duckdb.connect(str(report.path), read_only=True) as con:
        spans = con.execute("""
            SELECT s.what, s.quote, substring(a.text, s.start + 1, s."end" - s.start)
            FROM spans AS s JOIN articles AS a USING (article_id)
        """).fetchall()
    assert {what for what, _, _ in spans} == {
        "meeting", "official", "campaign", "award", "share", "meeting date", "office", "role", "mention",
    }  # fmt: skip
    assert all(quote == words for _, quote, words in spans)


def test_the_content_hash_does_not_depend_on_order_or_batches(tmp_path: Path) -> None:
    rows = sample_rows()
    shuffled = random.Random(3).sample(rows, len(rows))
    whole = build(store(tmp_path / "whole", rows))
    again = build(store(tmp_path / "whole"))
    single = build(store(tmp_path / "single", *([row] for row in shuffled)))
    fewer = build(store(tmp_path / "fewer", rows[1:]))

    assert whole.content_hash == again.content_hash == single.content_hash
    assert fewer.content_hash != whole.content_hash
    assert (whole.shards, single.shards) == (1, 5)


def test_the_run_records_are_loaded_and_stay_out_of_the_hash(tmp_path: Path) -> None:
    from pipeline.runs import Books, begin, finish

    settings = store(tmp_path, sample_rows())
    before = build(settings)
    run = begin(settings.runs_dir, ["trang"], 2, Stamp("1", "r"))
    finish(settings.runs_dir, run, Books(given=5, parsed=4, quarantined=1, by_reason={"empty": 1}))
    after = build(settings)

    assert after.content_hash == before.content_hash
    with duckdb.connect(str(after.path), read_only=True) as con:
        told = con.execute("SELECT state, given, parsed, inputs, quarantined_by_reason FROM runs").fetchall()
    assert told == [("finished", 5, 4, ["trang"], {"empty": 1})]


def test_the_manifest_says_what_was_published(tmp_path: Path) -> None:
    report = build(store(tmp_path, sample_rows()))
    manifest = published_manifest(report.path)
    assert manifest is not None
    assert (manifest.content_hash, manifest.rows) == (report.content_hash, report.rows)
    with duckdb.connect(str(report.path), read_only=True) as con:
        assert con.execute("SELECT content_hash FROM snapshot").fetchall() == [(report.content_hash,)]
    assert {path.name for path in report.path.parent.iterdir() if path.is_file()} >= {
        report.path.name, manifest_path(report.path).name,
    }  # fmt: skip
    assert not list(report.path.parent.glob(".*tmp*"))


def test_a_failed_check_leaves_what_was_published(tmp_path: Path) -> None:
    settings = store(tmp_path, sample_rows())
    good = build(settings)
    content = settings.warehouse_path.read_bytes()

    read, facts = other_article(source="bao-khac")
    bad = row(read, Facts(campaigns=facts.campaigns))
    bad["campaigns"][0]["start"] += 1
    bad["campaigns"][0]["id"] = "cdddddddddddd"
    write_shard([bad], settings.shards_dir)

    with pytest.raises(WarehouseError, match="check evidence: .*cdddddddddddd"):
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

    def full(_: object) -> None:
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
    with duckdb.connect(str(report.path), read_only=True) as con:
        told = con.execute("SELECT published_text, url IS NOT NULL FROM articles").fetchall()
    assert told == [("2022-12-23", True)]


def test_no_day_is_invented(tmp_path: Path) -> None:
    read, facts = other_article(published="2023-05")
    report = build(store(tmp_path, [row(read, facts)]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        told = con.execute("SELECT published, published_text, published_precision FROM articles").fetchall()
    assert told == [(None, "2023-05", "month")]


def test_sources_are_declared_or_known_by_their_host_or_not_at_all(tmp_path: Path) -> None:
    read, facts = other_article(source=None, url=None)
    report = build(store(tmp_path, [*sample_rows()[:2], row(read, facts)]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        told = con.execute("SELECT source_id, origin, province FROM sources ORDER BY source_id").fetchall()
    assert told == [
        ("baomau.example.vn", "host", None), ("cong-lang-son", "declared", "Lạng Sơn"), ("unknown", "unknown", None),
    ]  # fmt: skip


def test_a_name_that_the_register_does_not_know_becomes_a_candidate(tmp_path: Path) -> None:
    read, facts = other_article()
    text = read.text
    twice = Facts(campaigns=(*facts.campaigns, mention(text, "đăng ký làm đường hoa", campaign=None)))
    report = build(store(tmp_path, [row(read, twice)]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        told = con.execute("SELECT campaign_id, name FROM campaigns WHERE origin = 'candidate' ORDER BY 1").fetchall()
    assert told == [
        ("candidate:dang-ky-lam-duong-hoa", "đăng ký làm đường hoa"),
        ("candidate:moi-khom-mot-viec-lam-hay", "Mỗi khóm một việc làm hay"),
    ]


def test_people_are_one_row_a_name_whatever_its_spelling(tmp_path: Path) -> None:
    from tests.pipeline.stored import article, official

    rows = []
    for name in ("Vũ Thị Hoà", "Vũ Thị Hòa", "VŨ THỊ HÒA", "Vũ Thị Hoa"):
        read = article(f"Tin ngắn về {name}\nBà {name}, Giám đốc Sở Nội vụ dự.", name=f"{name}.html")
        rows.append(row(read, Facts(officials=(official(read.text, name, ["Giám đốc Sở Nội vụ"]),))))
    report = build(store(tmp_path, rows))
    with duckdb.connect(str(report.path), read_only=True) as con:
        told = con.execute("SELECT person_id, search_key FROM people ORDER BY 1").fetchall()
    assert told == [("vũ thị hoa", "vu thi hoa"), ("vũ thị hòa", "vu thi hoa")]
