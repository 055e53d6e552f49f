"""The sample: its size, its strata, its seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.audit.campaigns import UnknownNameError
from pipeline.review.sample import NothingToReviewError, Sample, Wish, draw
from pipeline.review.sheet import GIVEN
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.review.village import news, reviewed, rows_of, verdict, village
from tests.pipeline.stored import sample_rows


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    rows = [news(n) for n in range(60)] + [news(n, "Sạch từng ngõ", campaign=None) for n in range(60, 66)]
    return village(tmp_path_factory.mktemp("village"), [*rows, *sample_rows()])


def _ids(sample: Sample) -> list[str | None]:
    return [row[0] for row in sample.rows]


@pytest.mark.parametrize("size", [1, 2, 7, 30, 59, 1000])
def test_as_many_as_asked_for_and_none_twice(settings: Settings, size: int) -> None:
    sample = draw(settings.warehouse_path, Wish(campaign="nong-thon-moi", size=size))
    assert sample.pool == 63
    assert len(set(_ids(sample))) == len(sample.rows) == min(size, 63)
    assert {row[1] for row in sample.rows} == {"nong-thon-moi"}


def test_the_seed_decides_and_nothing_else(settings: Settings) -> None:
    one, again, other = (draw(settings.warehouse_path, Wish(size=20, seed=seed)) for seed in (1, 1, 2))
    assert one.rows == again.rows
    assert set(_ids(one)) != set(_ids(other))


def test_each_stratum_gets_its_share_to_within_one(settings: Settings) -> None:
    strata = dict(
        rows_of(
            settings,
            """SELECT fact_id, concat_ws('/', source_kind, province, year, rule) FROM reviewable_facts
               WHERE kind = 'campaign' AND counted""",
        )
    )
    whole = Counter(strata.values())
    for seed in range(8):
        sample = draw(settings.warehouse_path, Wish(size=24, seed=seed))
        drawn = Counter(strata[str(fact_id)] for fact_id in _ids(sample))
        assert all(abs(drawn[s] - 24 * size / sample.pool) < 1 for s, size in whole.items())


def test_every_fact_can_be_drawn(settings: Settings) -> None:
    seen: set[str | None] = set()
    for seed in range(30):
        seen.update(_ids(draw(settings.warehouse_path, Wish(size=12, seed=seed))))
    assert len(seen) == draw(settings.warehouse_path, Wish()).pool


def test_a_row_has_what_it_takes_to_judge(settings: Settings) -> None:
    (row,) = (r for r in draw(settings.warehouse_path, Wish(size=500)).rows if r[8] == "https://xom.example.vn/7")
    told = dict(zip(GIVEN, row, strict=True))
    assert told["quote"] in str(told["sentence"])
    assert (told["title"], told["province"], told["published"]) == ("Tin xóm 7", "Đồng Tháp", "2021-03-02")
    assert told["rule"] == "test.rule"


@pytest.mark.parametrize(("kind", "says"), [
    ("award", "co-thi-dua · 12 · collective · conferred"),
    ("official", "Trần Hữu Lộc · Chủ tịch Ủy ban MTTQ tỉnh"),
    ("meeting", "launch · 2023-05-03 · Lễ phát động thi đua chào mừng đại hội"),
])  # fmt: skip
def test_other_kinds(settings: Settings, kind: str, says: str) -> None:
    rows = draw(settings.warehouse_path, Wish(kind=kind)).rows  # type: ignore[arg-type]
    assert says in {row[1] for row in rows}


def test_what_cannot_be_drawn_is_told(settings: Settings) -> None:
    with pytest.raises(UnknownNameError):
        draw(settings.warehouse_path, Wish(campaign="khong-co"))
    with pytest.raises(NothingToReviewError, match="campaign facts of vi-nguoi-ngheo: there are none"):
        draw(settings.warehouse_path, Wish(campaign="vi-nguoi-ngheo"))


def test_fresh_leaves_out_what_was_reviewed(tmp_path: Path) -> None:
    small = village(tmp_path, [news(n) for n in range(6)])
    reviewed(small, lambda n, row: row.update(verdict="right") if n < 4 else None)
    build(small)
    assert len(draw(small.warehouse_path, Wish(fresh=True)).rows) == 2
    assert len(draw(small.warehouse_path, Wish()).rows) == 6
    reviewed(small, verdict("right"))
    build(small)
    with pytest.raises(NothingToReviewError):
        draw(small.warehouse_path, Wish(fresh=True))
