"""What must hold for any text: exact quotes, the same facts for the same words, no exception."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rules import load_rules
from extractors.campaigns.find import find_campaigns
from extractors.campaigns.grammar import part, standing
from extractors.model import CampaignMention
from tests.articles import reading_of
from tests.strategies import news

PIECES = st.sampled_from(
    [
        "phong trào", "thi đua", "cuộc vận động", "“Dân vận khéo”", "“Bếp ấm làng quê”", "danh hiệu", "các", "như:",
        "UBND tỉnh", "phát động", "của", ";", ",", "“", "”", '"', "'", "và", "(", ")", "giai đoạn 2021-2025", "\n",
        "do", "chung sức xây dựng nông thôn mới", "Bến Nghé", "Quyết thắng", "Cả nước", "khen thưởng", "tổng kết",
        ". ", "- ",
    ]
)  # fmt: skip
campaign_news = st.one_of(news, st.lists(PIECES, max_size=40).map(" ".join))
SENTENCES = [
    rule.example
    for rule in load_rules("campaigns").rules
    if rule.id not in ("campaign.local", "campaign.candidate-unquoted")
]


def told(text: str) -> list[tuple[str | None, str, str, bool]]:
    return [(m.campaign, " ".join(m.name.split()), m.rule, m.counted) for m in find_campaigns(reading_of(text))]


@given(st.one_of(campaign_news, st.text(max_size=200)))
def test_every_quote_is_exact_and_in_order(text: str) -> None:
    reading = reading_of(text)
    mentions = find_campaigns(reading)
    for mention in mentions:
        assert reading.text[mention.span.start : mention.span.end] == mention.span.quote == mention.name
        assert mention.name.strip(' ,.;"“”') == mention.name
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(set(starts))


@given(campaign_news)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    reading = reading_of(text)
    assert find_campaigns(reading) == find_campaigns(reading_of(text))


@given(campaign_news)
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert told(unicodedata.normalize("NFD", text)) == told(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("name", ["campaign_noun", "generic", "emulation"])
@given(text=campaign_news)
def test_a_part_begun_at_its_first_words_stands_where_a_search_finds_it(name: str, text: str) -> None:
    reading = reading_of(text)
    pattern = re.compile(rf"(?<!\w)(?:{part(name).pattern})")
    sought = [
        m.span() for block in reading.article.blocks for m in pattern.finditer(reading.key, block.start, block.end)
    ]
    assert [m.span() for m in standing(reading, name)] == sought


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("seed", range(3))
def test_spaces_change_nothing(sentence: str, seed: int) -> None:
    chance = random.Random(seed)
    spread = re.sub(" ", lambda _: chance.choice([" ", "  ", "\u00a0", "\u200b "]), sentence)
    assert told(spread) == told(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_heading_in_capitals_names_the_same_campaigns(sentence: str) -> None:
    def known(mentions: tuple[CampaignMention, ...]) -> list[str]:
        return [mention.campaign for mention in mentions if mention.campaign]

    assert known(find_campaigns(reading_of(sentence.upper()))) == known(find_campaigns(reading_of(sentence)))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("old", "new"), [("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("“", '"'), ("”", '"')])
def test_tone_style_and_quotes_change_nothing(sentence: str, old: str, new: str) -> None:
    assert [(c, r) for c, _, r, _ in told(sentence.replace(old, new))] == [(c, r) for c, _, r, _ in told(sentence)]


def test_a_thousand_names_in_one_sentence_are_all_found() -> None:
    names = ", ".join(f"“Xóm {n} sạch đẹp”" for n in range(1000))
    assert len(find_campaigns(reading_of(f"Huyện có các phong trào thi đua: {names}."))) == 1000
