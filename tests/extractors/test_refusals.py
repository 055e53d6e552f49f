"""Pages that keep readers out: every rule knows its example, and no article is refused for what it says."""

from __future__ import annotations

import pytest

from corpus.rules import Rule, load_rules
from extractors.errors import Unreadable
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, page, read, read_markup

RULES = load_rules("refused").rules


def refusal(markup: str) -> str | None:
    """Why a page of HTML is refused; `None` where it is not, or for something else."""
    try:
        read_markup(markup)
    except Unreadable as unreadable:
        return unreadable.reason if unreadable.code == "refused" else None
    return None


def alone(words: str) -> str:
    return f"<html><head><title>Bình Hòa</title></head><body><h1>{words}</h1></body></html>"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_knows_its_example_and_not_its_counterexample(rule: Rule) -> None:
    reason = refusal(alone(rule.example))
    assert reason is not None
    assert rule.id in reason and str(rule.value) in reason
    assert refusal(alone(rule.counterexample)) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_article_may_hold_any_of_these_lines(rule: Rule) -> None:
    assert FIRST in read(page(TITLE, FIRST, rule.example, SECOND, LAST)).text
    short = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{FIRST}</p>"
    assert refusal(f"{short}<noscript>{rule.example}</noscript></body></html>") is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr>nginx</body>",
        "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL /tin was not found on this server.</p>",
        "<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.",
        "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",
        "<html><head><title>Báo Bình Hòa</title></head><body><div id='root'></div><script src='/a.js'></script></body>",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div></body>",
        "<html><body><script>document.cookie='D1N=4f';window.location.reload(true);</script></body></html>",
        "<html><body><h1>Lỗi 404</h1><p>Rất tiếc, trang bạn yêu cầu không tồn tại.</p><a href='/'>Về trang chủ</a>",
        "<html><body><h2>Website đang bảo trì, xin quý vị quay lại sau.</h2></body></html>",
        f"<html><body><h1>{TITLE}</h1><p>Vui lòng đăng nhập để xem nội dung này.</p></body></html>",
    ],
    ids=["nginx", "apache", "f5", "cloudflare", "shell", "app", "cookie", "missing", "down", "login"],
)  # fmt: skip
def test_refusals_of_every_kind(markup: str) -> None:
    assert refusal(markup) is not None


def test_a_refusal_as_plain_text() -> None:
    with pytest.raises(Unreadable) as unreadable:
        read("Thông báo từ chối truy cập\n\nYêu cầu của bạn bị từ chối bởi hệ thống bảo vệ. Mã hỗ trợ: 12-34.")
    assert unreadable.value.code == "refused"
    assert "\n" not in unreadable.value.reason


def test_a_refusal_of_many_words_is_one_still() -> None:
    words = "".join(f"<p>Yêu cầu của bạn bị từ chối bởi hệ thống bảo vệ số {n}.</p>" for n in range(12))
    assert refusal(f"<html><body><h1>Thông báo</h1>{words}</body></html>") is not None
