"""Facts print in the shape of the annotation guide, with their evidence."""

from __future__ import annotations

import json

from extractors.guide import as_guide, grouped
from extractors.model import CampaignMention, Facts, Span
from tests.articles import article_of

TEXT = "phong trào “Ba sạch” … “BA SẠCH” … “Bốn tốt”"


def mention(name: str, **more: object) -> CampaignMention:
    start = TEXT.index(name)
    return CampaignMention(Span(start, start + len(name), name), None, name, "campaign.x", 0.9, **more)  # type: ignore[arg-type]


FACTS = Facts(
    campaigns=(
        mention("Ba sạch", owner="Hội Phụ nữ"),
        mention("BA SẠCH", status="launched"),
        mention("Bốn tốt", counted=False),
    )
)


def test_mentions_of_one_campaign_come_together() -> None:
    assert [len(group) for group in grouped(FACTS.campaigns)] == [2, 1]


def test_a_campaign_prints_its_count_its_owner_and_every_place() -> None:
    first, second = as_guide(article_of(TEXT), FACTS, "d")["campaigns"]
    assert (first["name"], first["mentions"], first["owner"], first["launched"]) == ("Ba sạch", 2, "Hội Phụ nữ", True)
    assert [TEXT[e["start"] : e["end"]] for e in first["evidence"]] == ["Ba sạch", "BA SẠCH"]
    assert second["mentions"] == 1


def test_the_document_is_plain_json_with_every_key_of_the_guide() -> None:
    document = json.loads(json.dumps(as_guide(article_of(TEXT), Facts(), "d")))
    keys = {"id", "file", "published", "province", "meetings", "officials", "campaigns", "awards", "shares"}
    assert keys <= set(document)
