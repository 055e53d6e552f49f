"""What review has found so far: every kind, the campaigns that were reviewed, and why there is no precision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.review.found import found
from pipeline.review.verdict import log_path
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.review.village import feast, news, reviewed, rows_of, verdict, village
from tests.pipeline.stored import article, row


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return village(tmp_path, [*(feast(n) for n in range(4)), feast(4, "vi-nguoi-ngheo")])


def rows(settings: Settings) -> dict[str, dict[str, Any]]:
    """What was found, by kind or campaign."""
    answer = found(settings).answer
    named = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return {each["campaign_id"] or each["kind"]: each for each in named}


def test_before_any_review_every_kind_says_why(settings: Settings) -> None:
    told = rows(settings)
    assert list(told) == ["award", "official", "meeting"]
    assert {name: (each["facts"], each["reason_code"]) for name, each in told.items()} == {
        "award": (5, "not_reviewed"), "official": (5, "not_reviewed"), "meeting": (0, "none_found"),
    }  # fmt: skip
    assert all(each[name] is None for each in told.values() for name in ("precision", "low", "high", "corrected"))
    assert found(settings).notes == ("2 of 2 campaigns with mentions are not reviewed",)


def test_an_empty_warehouse_has_nothing_to_review(tmp_path: Path) -> None:
    settings = village(tmp_path, [row(article("Tin khác\nHôm nay trời nắng."))])
    assert {each["reason_code"] for each in rows(settings).values()} == {"none_found"}
    assert found(settings).notes == ("0 of 0 campaigns with mentions are not reviewed",)


def test_counts_are_those_that_are_published(settings: Settings) -> None:
    reviewed(settings, lambda n, each: each.update(verdict="wrong" if n == 0 else "right"), kind="award")
    reviewed(settings, verdict("right"), campaign="nong-thon-moi")
    build(settings)
    mine = rows(settings)
    shared = ("reviewed", "right", "disputed", "precision", "low", "high", "strata_unseen")
    columns = ", ".join(f'"{name}"' for name in shared)
    assert rows_of(settings, f"SELECT facts, corrected_facts, {columns} FROM kind_precision") == [
        tuple(mine["award"][name] for name in ("facts", "corrected", *shared))
    ]
    assert rows_of(settings, f"SELECT mentions, corrected_mentions, {columns} FROM campaign_precision") == [
        tuple(mine["nong-thon-moi"][name] for name in ("facts", "corrected", *shared))
    ]
    assert (mine["award"]["precision"], mine["award"]["corrected"]) == (0.8, 4.0)
    assert found(settings).unreviewed == 1


def test_the_facts_of_a_kind_are_the_same_before_and_after_review(settings: Settings) -> None:
    before = {name: each["facts"] for name, each in rows(settings).items()}
    for kind in ("award", "official"):
        reviewed(settings, verdict("right"), kind=kind, size=1)
    build(settings)
    assert {name: each["facts"] for name, each in rows(settings).items()} == before


def test_what_reviewers_disagree_on_is_no_precision(settings: Settings) -> None:
    for who, said in (("Cô Mẫu", "right"), ("Thầy Mẫu", "wrong")):
        reviewed(settings, verdict(said), who, kind="official")
        reviewed(settings, verdict(said), who, campaign="nong-thon-moi")
    build(settings)
    for name, facts in (("official", 5), ("nong-thon-moi", 4)):
        each = rows(settings)[name]
        assert (each["reviewed"], each["disputed"], each["reason_code"]) == (0, facts, "disputed")
    assert found(settings).unreviewed == 2


def test_verdicts_that_no_build_has_published_are_counted(settings: Settings) -> None:
    reviewed(settings, verdict("right"), kind="award")
    assert found(settings).notes[1:] == ("5 verdicts came in since: run `thidua build` to publish them",)
    assert rows(settings)["award"]["reviewed"] == 0
    build(settings)
    assert found(settings).unpublished == 0


def test_a_log_that_lost_lines_since_is_no_news(tmp_path: Path) -> None:
    settings = village(tmp_path, [news(n) for n in range(3)])
    reviewed(settings, verdict("right"))
    build(settings)
    log_path(settings.reviews_dir).unlink()
    assert len(found(settings).notes) == 1
