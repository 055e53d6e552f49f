"""The synthetic store: the same from the same seed, sound in every check, and asked what it is meant to be asked."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipeline.bench_warehouse.measures import figures
from pipeline.bench_warehouse.synthetic import MENTIONS_PER_ARTICLE, synthetic


def test_the_same_seed_gives_the_same_rows_whatever_is_made_before() -> None:
    (whole,) = synthetic(60)
    (part,) = synthetic(20, first=40)
    by_page = {row["page_id"]: row for row in whole.to_pylist()}
    assert all(by_page[row["page_id"]] == row for row in part.to_pylist())
    (other,) = synthetic(60, seed=1)
    assert by_page.keys().isdisjoint(other.column("page_id").to_pylist())


def test_a_small_run_measures_everything(tmp_path: Path) -> None:
    told = {figure.name: figure for figure in figures(tmp_path, 120, night=20)}
    assert {"build", "publish", "a night's 20 articles", "peak memory"} <= told.keys()
    assert sum(name.startswith("look-up") for name in told) == 4
    assert all(figure.target for name, figure in told.items() if "_" in name and "look-up" not in name)
    with duckdb.connect(str(tmp_path / "published" / "thidua.duckdb"), read_only=True) as con:
        counts = con.execute("SELECT count(*), (SELECT count(*) FROM campaign_mentions) FROM articles").fetchone()
        assert counts == (140, 140 * MENTIONS_PER_ARTICLE)
        assert con.execute("SELECT count(*) FROM stories WHERE articles > 1").fetchone() == (21,)


@pytest.mark.parametrize("articles", [1, 41])
def test_any_size(articles: int) -> None:
    assert sum(table.num_rows for table in synthetic(articles)) == articles
