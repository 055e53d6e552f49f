"""A page that we know every point of."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 420.0, 300.0
SIZE = 14
LINES = {"Dòng trên": (60, 200), "Câu thứ hai": (60, 180), "Dòng dưới": (60, 160)}
"""Lines with the place of their first letter, in points from the bottom left."""


def pdf(turned: int = 0, pages: int = 2) -> bytes:
    """A PDF whose second page has the lines, in a font that knows no marks."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(WIDTH, HEIGHT), invariant=True)
    for _ in range(pages - 1):
        canvas.showPage()
    canvas.setPageRotation(turned)
    canvas.setFont("Helvetica", SIZE)
    for text, (x, y) in LINES.items():
        canvas.drawString(x, y, plain(text))
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def plain(text: str) -> str:
    """The text in letters that the font has."""
    return text.translate(str.maketrans("òêâứ", "oeau"))


@pytest.fixture(scope="session")
def known() -> bytes:
    return pdf()
