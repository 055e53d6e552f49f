"""What a night takes to be stored is what stands in the store."""

from __future__ import annotations

import random
from pathlib import Path

from pipeline.nightly.stored import stored_pages
from pipeline.settings import Settings
from pipeline.shards import read_shard, write_shard
from pipeline.stamp import Stamp
from pipeline.store import survey

PAGES, NAMES, TIMES = "pqrs", "abc", (None, 1, 2)
STAMPS = (None, Stamp("0.0.1+old", "old-registers"))
CODES = (None, "timeout", "wrong_type", "no_text")


def test_of_a_pages_rows_the_one_that_stands_is_told(tmp_path: Path) -> None:
    chance = random.Random(20)
    for number in range(15):
        settings = Settings(data_dir=tmp_path / f"{number}")
        for _ in range(3):
            rows = [_row(chance, page) for page in PAGES]
            write_shard(rows, settings.shards_dir, chance.choice(STAMPS))
        told = stored_pages(settings) or {}
        stand = survey(settings.shards_dir).standing
        rows_there = {path.name: read_shard(path).table.to_pylist() for path in settings.shards_dir.iterdir()}
        expected = {page: rows_there[place.shard][place.row] for page, place in stand.items()}
        assert {page: (one.name, one.captured_at, one.is_passing) for page, one in told.items()} == {
            page: (row["name"], row["captured_at"], row["reason_code"] == "timeout") for page, row in expected.items()
        }


def _row(chance: random.Random, page: str) -> dict[str, object]:
    code = chance.choice(CODES)
    told = {"outcome": "quarantined", "reason_code": code, "reason": "why"} if code else {"outcome": "parsed"}
    named = {"page_id": page, "name": chance.choice(NAMES), "captured_at": chance.choice(TIMES)}
    return {**named, "media_type": "text/plain", "byte_count": 1, **told}
