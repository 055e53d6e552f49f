"""Every furniture rule finds what its example shows, in a page, and leaves its counterexample alone."""

from __future__ import annotations

import pytest

from corpus.rules import Rule, load_rules
from extractors.furniture import known
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, block_texts, page, read, rules_removed

RULES = load_rules("furniture").rules


def placed(rule: Rule, text: str) -> str:
    """A one-line example in the place where its family looks; a longer one is a page already."""
    if "\n" in text:
        return text
    family = rule.id.split(".")[1]
    if family in ("head", "trail"):
        return f"{text}\n" + page(TITLE, FIRST, LAST)
    if family in ("list", "end"):
        return page(TITLE, FIRST, SECOND, LAST, text, "Thôn Đồng làm đường hoa")
    if family == "byline":
        return page(TITLE, FIRST, SECOND, LAST, text)
    return page(TITLE, FIRST, text, LAST)


def found(rule: Rule, text: str) -> bool:
    article = read(placed(rule, text))
    if rule.id.startswith("furniture.caption."):
        return text in block_texts(article, "caption")
    return rule.id in rules_removed(article)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_knows_its_example_and_not_its_counterexample(rule: Rule) -> None:
    assert found(rule, rule.example)
    assert not found(rule, rule.counterexample)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_text_stays_whatever_stands_beside_it(rule: Rule) -> None:
    if "\n" not in rule.example:
        text = read(placed(rule, rule.example)).text
        assert TITLE in text
        assert FIRST in text
        assert LAST in text


def test_a_long_line_is_never_furniture() -> None:
    assert known("line", "đăng nhập " * 200) is None


def test_what_follows_the_end_is_set_aside_with_it() -> None:
    article = read(page(TITLE, FIRST, SECOND, LAST, "Ý kiến bạn đọc", "Tin hay quá", "40 tập thể được khen"))
    assert "40 tập thể" not in article.text
    assert [r.quote for r in article.removed if r.rule == "furniture.end.comments"][-1] == "40 tập thể được khen"


def test_a_marker_amid_the_text_does_not_cut_the_rest_off() -> None:
    article = read(page(TITLE, FIRST, "Ý kiến bạn đọc", SECOND, LAST, LAST.replace("40", "41")))
    assert "41 gia đình" in article.text


def test_headlines_under_a_list_marker_go_and_the_text_after_them_stays() -> None:
    article = read(page(TITLE, FIRST, "Tin liên quan", "Thôn Đồng làm đường hoa", "12 hộ hiến đất", LAST))
    assert "đường hoa" not in article.text
    assert LAST in article.text


def test_provinces_named_in_a_sentence_are_text() -> None:
    sentence = "Đoàn các tỉnh Hà Giang, Cao Bằng, Bắc Kạn, Lào Cai, Yên Bái, Sơn La, Lai Châu, Điện Biên dự lễ ký kết."
    assert sentence in read(page(TITLE, FIRST, sentence)).text
