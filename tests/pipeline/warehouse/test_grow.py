"""Growing a copy of the published file gives what making it anew gives, whatever came, changed or went."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pytest

from pipeline.bench_warehouse.synthetic import synthetic, write_store
from pipeline.errors import WarehouseError
from pipeline.publish import published_manifest
from pipeline.settings import Settings
from pipeline.shards import read_shard, write_shard
from pipeline.stamp import Stamp
from pipeline.store import survey
from pipeline.warehouse import build as building
from pipeline.warehouse import loading
from pipeline.warehouse.build import build
from pipeline.warehouse.checking import check_all
from pipeline.warehouse.connect import writing
from tests.pipeline.stored import sample_rows, store
from tests.pipeline.warehouse.growing import grown_and_anew


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A published store of 300 articles in six shards."""
    settings = Settings(data_dir=tmp_path)
    write_store(settings.shards_dir, 300, pages_per_shard=50)
    build(settings)
    return settings


def _shards(settings: Settings) -> list[Path]:
    return sorted(settings.shards_dir.iterdir())


def _replace(path: Path, rows: Iterable[dict[str, object]]) -> None:
    path.unlink()
    if kept := list(rows):
        write_shard(kept, path.parent)


def test_a_night_is_added(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    write_store(settings.shards_dir, 60, pages_per_shard=50, first=300)
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert (grown.content_hash, grown.rows) == (anew.content_hash, anew.rows)
    assert (grown.added, anew.added, grown.rows["articles"]) == (60, 0, 360)


def test_nothing_new_is_the_same_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert (grown.content_hash, grown.added) == (anew.content_hash, 0)


def test_what_went_or_changed_is_forgotten(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, *_ = _shards(settings)
    _replace(one, read_shard(one).table.to_pylist()[:20])
    rows = read_shard(other).table.to_pylist()
    for changed in rows[:10]:
        changed["campaigns"], changed["awards"] = changed["campaigns"][:3], []
    _replace(other, rows)
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert (grown.content_hash, grown.rows) == (anew.content_hash, anew.rows)
    assert grown.rows["articles"] == 270


def test_an_earlier_article_takes_a_story_over(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for path in _shards(settings) for row in read_shard(path).table.to_pylist()]
    told = next(row for row in rows if row["article"]["published_precision"] == "day")
    story = told["article"]["article_id"]
    earlier = {**told, "page_id": "0" * 32, "article": {**told["article"], "article_id": "0" * 16}}
    earlier["article"] |= {"published": "1999-01-01", "published_evidence": "ngày 1999-01-01"}
    for kind in ("meetings", "officials", "campaigns", "awards"):
        earlier[kind] = [{**fact, "id": f"{fact['id'][0]}{'0' * 6}{fact['id'][7:]}"} for fact in earlier[kind]]
    write_shard([earlier], settings.shards_dir)
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert grown.content_hash == anew.content_hash
    with duckdb.connect(str(grown.path), read_only=True) as con:
        query = "SELECT DISTINCT story_id FROM campaign_articles WHERE article_id IN (?, ?)"
        assert con.execute(query, [story, "0" * 16]).fetchall() == [("0" * 16,)]


def test_captures_quarantine_and_officials_of_the_sample_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sample_rows()
    settings = store(tmp_path, rows[:2])
    build(settings)
    for row in rows[2:]:
        write_shard([row], settings.shards_dir)
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert (grown.content_hash, grown.rows) == (anew.content_hash, anew.rows)


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ({"id": "of another article"}, "unique-keys"),
        ({"sentence_end": 10_000}, "sentences"),
        ({"quote": "lời khác"}, "evidence"),
    ],
)
def test_what_is_added_is_proved(settings: Settings, damage: dict[str, object], check: str) -> None:
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as con:
        (known,) = con.execute("SELECT mention_id FROM campaign_mentions ORDER BY 1 LIMIT 1").fetchall()[0]
    (added,) = synthetic(1, first=300)
    (row,) = added.to_pylist()
    row["campaigns"][0] |= damage if "id" not in damage else {"id": known}
    write_shard([row], settings.shards_dir)
    with writing(settings.warehouse_path) as con:
        growth = loading.grow(con, settings, survey(settings.shards_dir).told(), 0)
        assert growth
        with pytest.raises(WarehouseError, match=f"check {check}: "):
            check_all(con, growth.first_new)


def test_too_much_is_made_anew(settings: Settings) -> None:
    write_store(settings.shards_dir, 60, pages_per_shard=50, first=300)
    assert build(settings).added == 0
    write_store(settings.shards_dir, 20, pages_per_shard=50, first=360)
    assert build(settings).added == 20
    write_store(settings.shards_dir, 20, pages_per_shard=50, first=380)
    assert build(settings).added == 0


@pytest.mark.parametrize("spoilt", ["file", "manifest", "recipe"])
def test_another_recipe_or_a_damaged_file_is_no_base(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    if spoilt == "file":
        with settings.warehouse_path.open("r+b") as file:
            file.truncate(settings.warehouse_path.stat().st_size - 4096)
    elif spoilt == "manifest":
        settings.warehouse_path.with_name("manifest.json").unlink()
    else:
        monkeypatch.setattr(building, "recipe", lambda _: "another")
    monkeypatch.setattr(loading, "grow", None)
    monkeypatch.setattr(building, "grow", None)
    assert build(settings).rows["articles"] == 300
    assert published_manifest(settings.warehouse_path)


def test_a_grown_file_that_fails_a_check_is_made_anew(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    forget = loading._forget

    def forgets_too_much(con: duckdb.DuckDBPyConnection) -> None:
        forget(con)
        con.execute("DELETE FROM award_shares; DELETE FROM awards WHERE award_id IN (SELECT min(award_id) FROM awards)")
        con.execute("DELETE FROM articles WHERE article_id IN (SELECT min(article_id) FROM articles)")

    good = build(settings).content_hash
    monkeypatch.setattr(loading, "_forget", forgets_too_much)
    write_shard(read_shard(_shards(settings)[0]).table.slice(0, 1), settings.shards_dir, Stamp("0", "0"))
    again = build(settings)
    assert again.content_hash == good
    assert again.given_up
    assert again.given_up.startswith("check ")
