"""Text from pages is inert on the page, whatever it says."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from pipeline.report.evidence import followable, pieces
from pipeline.report.svg import inert
from tests.pipeline.report.conftest import Made

ALLOWED = {
    "a", "abbr", "article", "b", "bdi", "blockquote", "body", "code", "dd", "defs", "details", "div", "dl", "dt",
    "figcaption", "figure", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "i", "li", "line", "main", "mark",
    "meta", "nav", "ol", "p", "path", "pattern", "pre", "rect", "section", "span", "style", "summary", "svg", "table",
    "tbody", "td", "text", "th", "thead", "time", "title", "tr", "ul",
}  # fmt: skip

FETCHING = {"src", "srcset", "srcdoc", "action", "formaction", "style", "data", "{http://www.w3.org/1999/xlink}href"}


def test_nothing_runs_and_nothing_is_fetched(hostile: Made) -> None:
    for element in hostile.tree.iter():
        assert element.tag in ALLOWED
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in FETCHING
            if name == "href":
                assert value.startswith(("#", "https://", "http://"))
    (style,) = hostile.tree.iter("style")
    assert "@import" not in (style.text or "")
    assert set(re.findall(r"url\(([^)]*)\)", style.text or "")) == {"#hatch"}


def test_the_harm_is_shown_as_words(hostile: Made) -> None:
    shown = "".join(hostile.tree.itertext())
    assert "<script>alert(1)</script>" in shown
    assert "<svg onload=alert(2)>" in shown
    assert "{{ 7*7 }}" in shown
    assert "javascript:alert(3)" in shown
    assert "\u202e" not in hostile.text


def test_a_harmful_document_is_words_too(hostile: Made) -> None:
    frames = [element for element in hostile.tree.iter() if element.get("class") == "frame"]
    assert len(frames) == 3
    assert all("".join(frame.itertext()).count("<script>alert(1)</script>") >= 4 for frame in frames)
    assert "<script>alert(1)</script>" in "".join(hostile.by_id("x1").itertext())


def test_policy_lets_in_the_one_style_sheet_only(hostile: Made) -> None:
    (style,) = hostile.tree.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    (policy,) = [meta.get("content", "") for meta in hostile.tree.iter("meta") if meta.get("http-equiv")]
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; script-src 'none'; ")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//xau.example", "https://",
     "https://[", "https://a.example/\u202ex", "file:///etc/passwd", "", None],
)  # fmt: skip
def test_addresses_that_are_no_links(address: str | None) -> None:
    assert followable(address) is None


def test_a_drawing_keeps_nothing_but_shapes_and_words() -> None:
    drawn = inert(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="a()">'
        '<script>a()</script><a xlink:href="javascript:a()"><text onclick="a()" style="x">&lt;b&gt;</text></a>'
        '<image href="https://x.example/"/><g><path d="M0,0h5v5h-5Z" fill="#010104" clip-path="url(#c)"/></g></svg>',
        'một "nhãn"',
    )
    assert drawn == (
        '<svg role="img" aria-label="một &quot;nhãn&quot;" class="drawing">'
        '<g><text>&lt;b&gt;</text></g><g><path d="M0,0h5v5h-5Z" class="fill-gap" /></g></svg>'
    )


def test_a_sentence_without_end_is_cut_around_its_words() -> None:
    sentence = "a " * 400_000 + "Hai tốt" + " b" * 400_000
    cut = pieces(sentence, [(800_000, 800_007)], 700)
    assert [piece.text for piece in cut if piece.marked] == ["Hai tốt"]
    assert sum(len(piece.text) for piece in cut) == 704


def test_marks_that_overlap_are_one() -> None:
    assert [piece.text for piece in pieces("abcdef", [(1, 3), (2, 5), (5, 6)], 10)] == ["a", "bcde", "f"]
