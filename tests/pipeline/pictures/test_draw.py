"""The frame lies around the words, and on nothing else."""

from __future__ import annotations

import math
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import Unreadable
from extractors.model import Page
from pipeline.pictures.draw import DOTS_PER_INCH, MOST_BYTES, MOST_DOTS_WIDE, pictures_on, png_of
from pipeline.pictures.frame import Frame, FramedLine
from pipeline.rows import page_id
from tests.pipeline.pictures.conftest import HEIGHT, SIZE, pdf, plain

FRAME = (178, 34, 34)
SENTENCE = "Cau thu hai"


def line(text: str = SENTENCE, x: float = 60, y: float = 180, marked: tuple[int, int] = (4, 7)) -> FramedLine:
    top = HEIGHT - y - 0.74 * SIZE
    box = (x, top, x + stringWidth(text, "Helvetica", SIZE), top + 0.95 * SIZE)
    return FramedLine(box, text, (0, len(text)), (marked,))


def drawn(content: bytes, *frames: Frame) -> list[np.ndarray]:
    made = pictures_on({page_id(content): frames}, Page(content, "a.pdf", "application/pdf"))
    return [np.asarray(Image.open(BytesIO(one)).convert("RGB")).astype(int) for one in made]


def places(dots: np.ndarray) -> tuple[int, int, int, int]:
    """The smallest box around dots that are true: left, top, right, bottom."""
    rows, columns = np.where(dots)
    return columns.min(), rows.min(), columns.max(), rows.max()


def is_frame(picture: np.ndarray) -> np.ndarray:
    return (picture == FRAME).all(axis=2)


def is_ink(picture: np.ndarray) -> np.ndarray:
    return picture.max(axis=2) < 110


def is_yellow(picture: np.ndarray) -> np.ndarray:
    return (picture[..., 0] - picture[..., 2] > 60) & ~is_frame(picture)


def test_the_frame_lies_around_the_words(known: bytes) -> None:
    (picture,) = drawn(known, Frame(2, (line(),)))
    left, top, right, bottom = places(is_frame(picture))
    inside = np.zeros(picture.shape[:2], bool)
    inside[top : bottom + 1, left : right + 1] = True
    inked = places(is_ink(picture) & inside & ~is_frame(picture))
    scale = DOTS_PER_INCH / 72
    assert right - left == pytest.approx((stringWidth(SENTENCE, "Helvetica", SIZE) + 5) * scale, abs=5)
    assert 2 < inked[0] - left < 12
    assert 2 < right - inked[2] < 12
    assert inked[1] > top + 1
    assert inked[3] < bottom - 1
    above = is_ink(picture) & ~is_frame(picture)
    assert above[: top - 1].any()
    assert above[bottom + 2 :].any()
    assert not above[top - 1 : top + 2, left:right].any()


def test_the_mark_lies_on_the_word_and_no_other(known: bytes) -> None:
    (picture,) = drawn(known, Frame(2, (line(),)))
    left, _, right, _ = places(is_yellow(picture))
    scale = DOTS_PER_INCH / 72
    start = places(is_frame(picture))[0] + (2 + 2.5 * scale)
    before, word = (stringWidth(text, "Helvetica", SIZE) * scale for text in ("Cau ", "thu"))
    assert left == pytest.approx(start + before, abs=4)
    assert right == pytest.approx(start + before + word, abs=4)


def test_where_letters_and_text_differ_the_place_is_taken_by_share(known: bytes) -> None:
    told = line("Câu thứ hai lạ", marked=(4, 7))
    (picture,) = drawn(known, Frame(2, (told,)))
    frame, mark = places(is_frame(picture)), places(is_yellow(picture))
    assert frame[0] < mark[0] < mark[2] < frame[2]
    assert (mark[0] - frame[0]) / (frame[2] - frame[0]) == pytest.approx(4 / 14, abs=0.05)


def test_a_page_that_is_turned() -> None:
    content = pdf(turned=90)
    wide = stringWidth(SENTENCE, "Helvetica", SIZE)
    box = (180 - 0.21 * SIZE, 60, 180 + 0.74 * SIZE, 60 + wide)
    (picture,) = drawn(content, Frame(2, (FramedLine(box, SENTENCE, (0, 11), ()),)))
    left, top, right, bottom = places(is_frame(picture))
    inside = is_ink(picture)[top + 3 : bottom - 2, left + 3 : right - 2]
    assert bottom - top > 2 * (right - left)
    assert inside.any()
    assert not is_ink(picture)[top:bottom, [left - 2, right + 2]].any()


def test_the_same_frame_gives_the_same_bytes(known: bytes) -> None:
    page, frames = Page(known, "a.pdf", "application/pdf"), {page_id(known): (Frame(2, (line(),)),)}
    assert pictures_on(frames, page) == pictures_on(frames, page)


@pytest.mark.parametrize("page", [0, 3, -1, 10**6])
def test_a_page_that_is_not_there(page: int, known: bytes) -> None:
    with pytest.raises(Unreadable, match=f"no page {page}"):
        drawn(known, Frame(page, (line(),)))


@pytest.mark.parametrize("box", [(1e9, 0, 2e9, 10), (math.nan, 0, 1, 1), (0, math.inf, 1, math.inf)])
def test_words_outside_the_page(box: tuple[float, float, float, float], known: bytes) -> None:
    with pytest.raises(Unreadable, match="outside the page"):
        drawn(known, Frame(2, (FramedLine(box, "a", (0, 1), ()),)))


def test_a_file_that_is_no_pdf() -> None:
    with pytest.raises(Unreadable):
        drawn(b"%PDF-1.4 hong", Frame(1, (line(),)))


def test_a_huge_noisy_page_stays_small() -> None:
    made = BytesIO()
    canvas = Canvas(made, pagesize=(5000, 5000), invariant=True)
    noise = np.random.default_rng(1).integers(0, 255, (900, 900), np.uint8)
    held = BytesIO()
    Image.fromarray(noise).save(held, "PNG")
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(held), 0, 0, 5000, 5000)
    canvas.save()
    content = made.getvalue()
    tall = tuple(FramedLine((10, y, 4990, y + 12), "a b", (0, 3), ((0, 1),)) for y in range(100, 4900, 14))
    frames = {page_id(content): (Frame(1, tall),)}
    (picture,) = pictures_on(frames, Page(content, "a.pdf", "application/pdf"))
    assert len(picture) <= MOST_BYTES
    assert Image.open(BytesIO(picture)).width <= MOST_DOTS_WIDE


def test_png_of_odd_width_keeps_every_dot() -> None:
    dots = np.array([[0, 1, 2], [2, 1, 0]], np.uint8)
    palette = [(1, 2, 3), (40, 50, 60), (255, 0, 9)]
    read = np.asarray(Image.open(BytesIO(png_of(dots, palette))).convert("RGB"))
    assert [[tuple(map(int, dot)) for dot in row] for row in read] == [[palette[n] for n in row] for row in dots]


def test_the_font_of_these_tests_has_the_letters() -> None:
    assert plain("Câu thứ hai") == SENTENCE
