"""The register of campaigns holds together, and its loader tells a mistake with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.campaigns import Campaign, load_campaigns
from corpus.files import RegisterError
from extractors.campaigns.names import NameBook, name_book
from extractors.campaigns.words import name_words

ROW = """
[[campaign]]
id = "{id}"
name = "{name}"
kind = "emulation"
source = "made up"
"""
REGISTER = load_campaigns()


def write(home: Path, text: str) -> Path:
    path = home / "campaigns.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_row_gives_what_is_known_of_a_campaign() -> None:
    campaign = REGISTER["xa-hoi-hoc-tap"]
    assert (campaign.owner, campaign.first_year, campaign.decision) == ("Thủ tướng Chính phủ", 2023, "1315/QĐ-TTg")
    assert [phase.period for phase in campaign.phases] == ["2023-2030"]


def test_an_unknown_id_is_told() -> None:
    with pytest.raises(KeyError, match="khong-co"):
        REGISTER["khong-co"]


def test_rows_from_general_knowledge_say_so() -> None:
    assert [c.id for c in REGISTER.campaigns if c.source.startswith("general knowledge") and c.verified] == []


def test_no_words_name_two_campaigns() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for campaign in REGISTER.campaigns:
        for form in (*campaign.full_names, *campaign.quoted, *campaign.short):
            owners.setdefault(name_words(form), set()).add(campaign.id)
    assert {words: ids for words, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("campaign", REGISTER.campaigns, ids=lambda campaign: campaign.id)
def test_every_form_leads_to_its_campaign(campaign: Campaign) -> None:
    book = name_book()
    for form in (*campaign.full_names, *campaign.quoted, *campaign.short):
        node = book.root
        for word in name_words(form):
            node = node.steps[word]
        assert node.form is not None
        assert node.form.campaign is campaign


def test_the_book_refuses_one_name_for_two_campaigns() -> None:
    one = Campaign(id="mot", name="Sạch nhà và sạch ngõ", kind="emulation", source="made up")
    other = Campaign(id="hai", name="Sạch nhà, sạch ngõ", kind="emulation", source="made up")
    with pytest.raises(ValueError, match="names mot and hai"):
        NameBook([one, other])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            ROW.format(id="a", name="Ba sạch") + ROW.format(id="b", name="BA  SẠCH"),
            r"campaigns\.toml:8: alias 'ba sạch'",
        ),
        (
            ROW.format(id="a", name="Ba sạch") + ROW.format(id="a", name="Hai sạch"),
            r"campaigns\.toml:8: campaign id 'a'",
        ),
        (ROW.format(id="a", name="Ba sạch") + 'colour = "red"\n', r"campaigns\.toml:2: colour"),
        (ROW.format(id="a b", name="Ba sạch"), r"campaigns\.toml:2: id"),
        (ROW.format(id="a", name="Ba sạch") + 'local = ["Ba sạch"]\n', r"campaigns\.toml:2: local"),
        (
            ROW.format(id="a", name="Ba sạch") + 'phases = [{ period = "2021" }]\n',
            r"campaigns\.toml:2: phases\.0\.period",
        ),
        ('[[spelling]]\nwritten = "XD"\nread = "xây dựng"\n', r"no \[\[campaign\]\]"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RegisterError, match=told):
        load_campaigns(write(tmp_path, text))
