"""Facts marked in the text: the text stays whole, marks nest, the legend tells each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.model import (
    Article,
    Award,
    CampaignMention,
    Dated,
    Facts,
    Meeting,
    Official,
    RoleClaim,
    Share,
    Span,
    Title,
)
from pipeline.marked import HEADINGS, Mark, headline, legend, marks, pieces

TEXT = "Lễ phát động “Xóa nhà tạm”: bà Lê Thị Én, Phó Chủ tịch tỉnh, trao 5 Bằng khen (10% là nông dân)"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


FACTS = Facts(
    meetings=(
        Meeting(span("Lễ phát động “Xóa nhà tạm”"), "Lễ phát động", "launch", "m.r", 0.9, date_reason="no date"),
    ),
    officials=(
        Official(
            span("Lê Thị Én"),
            "Lê Thị Én",
            (Title(span("Phó Chủ tịch tỉnh"), "Phó Chủ tịch tỉnh", "Phó Chủ tịch UBND tỉnh"),),
            "o.r",
            0.8,
            roles=(RoleClaim("present_award", span("trao"), "o.trao"),),
        ),
    ),
    campaigns=(CampaignMention(span("Xóa nhà tạm"), None, "Xóa nhà tạm", "c.r", 0.7),),
    awards=(Award(span("5 Bằng khen"), "bang-khen", 5, "item", "a.r", 0.6),),
    shares=(Share(span("10%"), 10.0, "là nông dân", "s.r", 0.5),),
)


def bracketed(text: str, marked: list[Mark]) -> str:
    shown = {"open": "[{0}|", "close": "]", "text": "{1}"}
    return "".join(shown[p.step].format(p.mark.label if p.mark else "", p.text) for p in pieces(text, marked))


def test_each_fact_is_marked_where_it_stands() -> None:
    assert bracketed(TEXT, marks(FACTS)) == (
        "[M1|Lễ phát động “[C1|Xóa nhà tạm]”]: bà [O1|Lê Thị Én], [O1|Phó Chủ tịch tỉnh], trao [A1|5 Bằng khen] "
        "([S1|10%] là nông dân)"
    )


def test_the_legend_tells_each_mark_with_its_rule() -> None:
    assert [(e.label, e.told, e.rule, e.confidence) for e in legend(FACTS)] == [
        ("M1", "launch · Lễ phát động · no date", "m.r", 0.9),
        ("O1", "Lê Thị Én · Phó Chủ tịch tỉnh · present_award", "o.r", 0.8),
        ("C1", "not in the register · Xóa nhà tạm · mentions: 1 · named", "c.r", 0.7),
        ("A1", "5 × bang-khen · exact · item · conferred", "a.r", 0.6),
        ("S1", "10 % · là nông dân", "s.r", 0.5),
    ]


def test_a_mark_that_crosses_another_is_cut_and_goes_on() -> None:
    crossing = [Mark(0, 6, "meeting", "M1"), Mark(4, 9, "campaign", "C1")]
    assert bracketed("abcdefghijk", crossing) == "[M1|abcd[C1|ef]][C1|ghi]jk"


MARKS = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 30), st.sampled_from("MOCAS")).map(
        lambda drawn: Mark(min(drawn[:2]), max(drawn[0] + 1, drawn[1]), "award", f"{drawn[2]}1")
    ),
    max_size=12,
)


@given(MARKS)
def test_marks_nest_and_the_text_stays_whole(marked: list[Mark]) -> None:
    text = "".join(chr(ord("a") + n % 26) for n in range(30))
    found = list(pieces(text, marked))
    assert "".join(piece.text for piece in found) == text
    around: list[Mark | None] = []
    covered: dict[str, set[int]] = {}
    at = 0
    for piece in found:
        if piece.step == "open":
            around.append(piece.mark)
        elif piece.step == "close":
            assert around.pop() == piece.mark
        else:
            assert piece.mark == (around[-1] if around else None)
            for mark in filter(None, around):
                covered.setdefault(mark.label, set()).update(range(at, at + len(piece.text)))
            at += len(piece.text)
    assert around == []
    wanted: dict[str, set[int]] = {}
    for mark in marked:
        wanted.setdefault(mark.label, set()).update(range(mark.start, mark.end))
    assert covered == wanted


def test_the_headline_tells_the_date_with_its_evidence_or_why_there_is_none() -> None:
    dated = Dated("2022-12-22", "published", "day", "22/12/2022 08:00", "p.r")
    assert headline(Article("a.html", TEXT, (), author="Kim Chi", published=dated)) == [
        "page: a.html",
        "published: 2022-12-22 (“22/12/2022 08:00”)",
        "author: Kim Chi",
    ]
    assert headline(Article("a.html", TEXT, (), published_reason="only a page clock"))[1:] == [
        "published: unknown (only a page clock)"
    ]


def test_every_kind_of_mark_has_a_heading() -> None:
    assert {mark.label[0] for mark in marks(FACTS)} == set(HEADINGS)
