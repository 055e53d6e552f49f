"""Which lines of which page are framed."""

from __future__ import annotations

from pipeline.pictures.frame import frame_of
from pipeline.pictures.paper import PDF, Line, Original, Paper, Stretch

FILE = Original("id", "a.pdf", PDF, 10)


def paper(*lines: Line, start: int = 0, end: int = 100) -> Paper:
    return Paper(Stretch("a", start, end), FILE, lines)


def line(page: int, start: int, text: str, confidence: float | None = None) -> Line:
    return Line(page, (10, 20, 30, 40), start, text, confidence)


def test_parts_of_lines_are_framed_and_marked() -> None:
    told = paper(line(1, 0, "đầu. Câu"), line(1, 9, "này dài. Sau"), start=5, end=17)
    frame = frame_of(told, [(9, 12)])
    assert frame is not None
    assert [(one.text[slice(*one.framed)], [one.text[slice(*m)] for m in one.marked]) for one in frame.lines] == [
        ("Câu", []),
        ("này dài.", ["này"]),
    ]


def test_of_several_pages_the_one_with_the_words() -> None:
    told = paper(line(1, 0, "một"), line(2, 4, "hai"), line(3, 8, "ba"))
    frame = frame_of(told, [(9, 10)])
    assert frame is not None
    assert (frame.page, [one.text for one in frame.lines]) == (3, ["ba"])
    assert told.pages == (1, 2, 3)


def test_words_between_the_lines_leave_the_first_page() -> None:
    frame = frame_of(paper(line(4, 0, "một"), line(5, 4, "hai")), [(90, 95)])
    assert frame is not None
    assert (frame.page, frame.lines[0].marked) == (4, ())


def test_no_layout_no_frame() -> None:
    assert frame_of(paper(Line(1, None, 0, "một", None)), [(0, 3)]) is None


def test_the_least_sure_line_tells_how_sure_a_sentence_is() -> None:
    assert paper(line(1, 0, "a", 0.9), line(1, 2, "b", 0.7), line(1, 4, "c")).confidence == 0.7
    assert paper(line(1, 0, "a")).confidence is None
