"""The scoring follows the annotation guide."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluate.figures import Figure, by_rule, figures
from pipeline.evaluate.verdicts import judged

EMPTY: dict[str, Any] = {"id": "d", "meetings": [], "officials": [], "campaigns": [], "awards": [], "shares": []}


def scores(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Figure]:
    return figures(judged({**EMPTY, **gold}, {**EMPTY, **found}))


def campaign(name: str, **more: Any) -> dict[str, Any]:
    return {"campaign": None, "name": name, "mentions": 1, **more}


def test_a_campaign_is_matched_by_id_or_by_a_close_name() -> None:
    gold = [campaign("Ba sạch, ba đẹp"), campaign("x", campaign="dan-van-kheo")]
    found = [campaign("Ba sạch ba đẹp giai đoạn 2021-2025"), campaign("y", campaign="dan-van-kheo")]
    assert scores({"campaigns": gold}, {"campaigns": found})["campaigns"] == Figure(2, 0, 0)


def test_the_generic_movement_is_not_scored() -> None:
    found = [campaign("phong trào thi đua yêu nước", campaign="thi-dua-yeu-nuoc")]
    assert "campaigns" not in scores({}, {"campaigns": found})


def test_mentions_are_counted_up_to_the_gold_count() -> None:
    gold, found = campaign("A", mentions=3), campaign("A", mentions=5)
    assert scores({"campaigns": [gold]}, {"campaigns": [found]})["campaign_mentions"] == Figure(3, 2, 0)


def test_an_optional_fact_neither_helps_nor_hurts() -> None:
    gold = [campaign("A", optional=True)]
    assert scores({"campaigns": gold}, {"campaigns": [campaign("A")]})["campaigns"] == Figure(0, 0, 0)
    assert "campaigns" not in scores({"campaigns": gold}, {})


def test_titles_and_roles_are_scored_end_to_end() -> None:
    person = {"name": "Lê Bền", "titles": ["PCT UBND tỉnh"], "roles": ["attend", "speak"]}
    missed = scores({"officials": [person]}, {})
    assert (missed["titles"], missed["roles"]) == (Figure(0, 0, 1), Figure(0, 0, 2))
    found = {"name": "LÊ BỀN", "titles": ["Phó Chủ tịch Ủy ban nhân dân tỉnh"], "roles": ["attend", "chair"]}
    both = scores({"officials": [person]}, {"officials": [found]})
    assert (both["officials"], both["titles"], both["roles"]) == (Figure(1, 0, 0), Figure(1, 0, 0), Figure(1, 1, 1))


def test_meetings_on_different_days_never_match() -> None:
    gold = {"name": "Hội nghị tổng kết", "kind": "review", "date": "2023-02-10"}
    found = {**gold, "date": "2023-02-11"}
    result = scores({"meetings": [gold]}, {"meetings": [found]})
    assert result["meetings"] == Figure(0, 1, 1)
    assert "meeting_date" not in result


def test_fields_are_scored_only_on_meetings_that_were_found() -> None:
    gold = {"name": "Hội nghị tổng kết", "kind": "review", "date": "2023-02-10", "host": "UBND tỉnh", "period": "2022"}
    found = {**gold, "host": None, "period": "2021"}
    result = scores({"meetings": [gold]}, {"meetings": [found]})
    assert (result["meeting_host"], result["meeting_period"]) == (Figure(0, 0, 1), Figure(0, 1, 1))


AWARD = {"award": "bang-khen", "rank": None, "level": "province", "count": 30, "unit": "collective",
         "qualifier": "exact", "status": "conferred"}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "loose", "strict"),
    [
        ({}, Figure(1, 0, 0), Figure(1, 0, 0)),
        ({"level": None}, Figure(1, 0, 0), Figure(0, 1, 1)),
        ({"count": 31}, Figure(0, 1, 1), Figure(0, 1, 1)),
        ({"award": "giay-khen", "unit": "both"}, Figure(0, 1, 1), Figure(0, 1, 1)),
    ],
)
def test_awards_are_scored_loosely_and_strictly(change: dict[str, Any], loose: Figure, strict: Figure) -> None:
    result = scores({"awards": [AWARD]}, {"awards": [{**AWARD, **change}]})
    assert (result["awards"], result["awards_strict"]) == (loose, strict)


def test_rules_are_judged_by_the_facts_they_made() -> None:
    found = [{**AWARD, "rule": "award.a"}, {**AWARD, "count": 7, "rule": "award.b"}]
    assert by_rule(judged({**EMPTY, "awards": [AWARD]}, {**EMPTY, "awards": found})) == {
        "award.a": (1, 0),
        "award.b": (0, 1),
    }
