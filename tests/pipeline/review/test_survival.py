"""Reviews outlive rebuilding, another id of a fact, another reading of its words, and another name of its source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.publish import published_manifest
from pipeline.review.log import LogError
from pipeline.review.verdict import log_path
from pipeline.settings import Settings
from pipeline.store import survey
from pipeline.warehouse.build import build
from tests.pipeline.review.village import NAME, news, precision, reviewed, rows_of, verdict, village
from tests.pipeline.stored import Row, store


def _read_anew(settings: Settings, rows: list[Row]) -> None:
    """Put other rows in the place of all that is stored, as reading the pages with other code does."""
    shutil.rmtree(settings.shards_dir)
    store(settings.data_dir, rows)
    assert len(survey(settings.shards_dir).standing) == len(rows)


def test_the_restore_drill(settings: Settings) -> None:
    reviewed(settings, lambda n, row: row.update(verdict="wrong" if n == 3 else "right"))
    first = build(settings)
    told = precision(settings)
    shutil.rmtree(settings.warehouse_path.parent)
    again = build(settings)
    assert again.content_hash == first.content_hash
    assert precision(settings) == told
    assert told["reviewed"] == 6


def test_reviews_are_content_and_the_order_of_pages_is_not(settings: Settings, tmp_path: Path) -> None:
    bare = published_manifest(settings.warehouse_path)
    reviewed(settings, verdict("right"))
    whole = build(settings).content_hash
    assert bare is not None
    assert bare.content_hash != whole
    other = store(tmp_path / "other", *([news(n, mentions=n % 2 + 1)] for n in (3, 1, 0, 2)))
    shutil.copytree(settings.reviews_dir, other.reviews_dir)
    assert build(other).content_hash == whole


def test_a_fact_that_is_read_otherwise_since_is_judged_by_the_same_truth(tmp_path: Path) -> None:
    settings = village(tmp_path, [news(n) for n in range(4)])
    answers = ["right", "should be vi-nguoi-ngheo", "wrong", "should be vi-nguoi-ngheo"]
    reviewed(settings, lambda n, row: row.update(verdict=answers[n]))
    before = dict(rows_of(settings, "SELECT article_id, mention_id FROM campaign_mentions"))
    _read_anew(settings, [news(n, campaign="vi-nguoi-ngheo") for n in range(4)])
    assert before.keys() == dict(rows_of(settings, "SELECT article_id, mention_id FROM campaign_mentions")).keys()
    assert not set(before.values()) & {fact for (fact,) in rows_of(settings, "SELECT fact_id FROM fact_reviews")}
    told = precision(settings, "vi-nguoi-ngheo")
    # right as it was is wrong now; what should have been so is right now; what was only wrong is not known
    assert (told["reviewed"], told["right"]) == (3, 2)


def test_a_fact_that_is_not_found_any_more_has_no_review(settings: Settings) -> None:
    reviewed(settings, verdict("right"))
    _read_anew(settings, [news(n, mentions=1) for n in range(4)])
    assert rows_of(settings, "SELECT count(*), count(article_id) FROM verdicts") == [(6, 6)]
    assert precision(settings)["reviewed"] == 4


def test_a_text_that_is_gone_leaves_its_verdicts_on_record(settings: Settings) -> None:
    reviewed(settings, verdict("right"))
    _read_anew(settings, [news(0), news(1)])
    assert rows_of(settings, "SELECT count(*), count(article_id) FROM verdicts") == [(6, 3)]


def test_a_source_that_is_declared_since_does_not_lose_its_reviews(tmp_path: Path) -> None:
    settings = village(tmp_path, [news(n, source=None, url=f"https://x.example.vn/{n}") for n in range(3)])
    reviewed(settings, verdict("right"))
    before = set(rows_of(settings, "SELECT article_id FROM articles"))
    _read_anew(settings, [news(n, source="cong-lang-son") for n in range(3)])
    assert not before & set(rows_of(settings, "SELECT article_id FROM articles"))
    assert precision(settings)["reviewed"] == 3


def test_what_was_missed_and_is_found_since_is_not_added_twice(tmp_path: Path) -> None:
    settings = village(tmp_path, [news(1, mentions=1)])
    reviewed(
        settings,
        lambda _, row: row.update(
            verdict=f"missed {NAME}",
            should_be="nong-thon-moi",
            sentence="Bà con còn kể chuyện phong trào xây dựng nông thôn mới cho 1 đoàn khách nghe.",
        ),
    )
    build(settings)
    told = precision(settings)
    assert (told["mentions"], told["missed"], told["corrected_mentions"]) == (1, 1, None)
    _read_anew(settings, [news(1, mentions=2)])
    assert rows_of(settings, "SELECT found_since FROM missed_mentions") == [(True,)]
    assert rows_of(settings, "FROM campaign_precision") == []


def test_a_damaged_log_stops_the_build_and_what_is_published_stays(settings: Settings) -> None:
    reviewed(settings, verdict("right"))
    first = build(settings)
    log = log_path(settings.reviews_dir)
    log.write_bytes(b'{"kind":"campaign"}\n' + log.read_bytes())
    with pytest.raises(LogError, match=r"verdicts\.jsonl:1"):
        build(settings)
    published = published_manifest(settings.warehouse_path)
    assert published is not None
    assert published.content_hash == first.content_hash
