"""Each check finds the damage that it is there for, and nothing in a sound warehouse."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from pipeline.errors import WarehouseError
from pipeline.store import survey
from pipeline.warehouse.checking import check_all
from pipeline.warehouse.loading import load
from pipeline.warehouse.scripts import Check, checks
from tests.pipeline.stored import sample_rows, store

_DAMAGE = {
    "mass-balance": "DELETE FROM pages WHERE outcome = 'quarantined'",
    "parsed-balance": "UPDATE pages SET outcome = 'loaded' WHERE outcome = 'duplicate'",
    "facts-balance": "DELETE FROM campaign_mentions WHERE rowid = 0",
    "unique-keys": "INSERT INTO stories SELECT * FROM stories LIMIT 1",
    "references": "UPDATE articles SET source_id = 'nobody' WHERE source_id = 'cong-lang-son'",
    "versions": "UPDATE articles SET superseded_by = article_id WHERE source_id = 'cong-lang-son'",
    "evidence": 'UPDATE awards SET start = start + 1, "end" = "end" + 1 WHERE award = \'bang-khen\'',
    "sentences": "UPDATE campaign_mentions SET sentence_end = start WHERE rowid = 0",
    "blocks": 'UPDATE article_blocks SET "end" = 100000 WHERE block_no = 1',
    "regions": "INSERT INTO regions SELECT article_id, 1, 0, 5, 0, 1, 1, 9, 9, NULL FROM articles LIMIT 1",
    "dates": "UPDATE articles SET published = '2023-05-01' WHERE published_text = '2023-05'",
    "meeting-dates": "UPDATE meetings SET date = NULL, date_text = NULL, date_reason = NULL",
    "measures": "UPDATE award_shares SET percent = -1",
    "award-circles": "UPDATE awards SET part_of = award_id WHERE award = 'bang-khen'",
    "reviews": "INSERT INTO fact_reviews VALUES ('cffffffffffff', 'campaign', 'Cô Mẫu', 1, true, NULL)",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    settings = store(tmp_path_factory.mktemp("store"), sample_rows())
    with duckdb.connect() as con:
        load(con, settings, survey(settings.shards_dir).told())
        yield con


def test_a_sound_warehouse_passes(loaded: duckdb.DuckDBPyConnection) -> None:
    check_all(loaded)


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_finds_its_damage(loaded: duckdb.DuckDBPyConnection, check: Check) -> None:
    loaded.begin()
    try:
        loaded.execute(_DAMAGE[check.name])
        assert loaded.execute(check.query).fetchall()
        with pytest.raises(WarehouseError, match=r"check [a-z-]+: .+ rows; "):
            check_all(loaded)
    finally:
        loaded.rollback()


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE articles SET story_id = 'nothing' WHERE source_id = 'cong-lang-son'",
        "UPDATE officials SET meeting_id = 'mffffffffffff'",
        "UPDATE awards SET part_of = (SELECT share_id FROM award_shares) WHERE award = 'bang-khen'",
        "UPDATE awards SET award = 'bang-khen-moi' WHERE award = 'bang-khen'",
        "UPDATE campaign_mentions SET campaign_id = 'khong-co' WHERE rowid = 0",
        "DELETE FROM people WHERE person_id = 'trần hữu lộc'",
        "DELETE FROM quarantine",
    ],
)
def test_every_reference_is_proved(loaded: duckdb.DuckDBPyConnection, broken: str) -> None:
    references = next(check for check in checks() if check.name == "references")
    loaded.begin()
    try:
        loaded.execute(broken)
        assert loaded.execute(references.query).fetchall()
    finally:
        loaded.rollback()
