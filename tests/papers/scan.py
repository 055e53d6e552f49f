"""A page as a scanner gives it: a grey picture, a little askew, with specks, in a PDF without text."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pypdfium2 as pdfium
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_SPECKS = 260


def scanned(content: bytes, *, dots_per_inch: int = 150, askew: float = 0.35, seed: int = 7) -> bytes:
    """The pages of a PDF as pictures in a PDF; `askew` is in degrees."""
    rl_config.invariant = 1
    out = BytesIO()
    canvas = Canvas(out)
    document = pdfium.PdfDocument(content)
    for page in document:
        width, height = page.get_size()
        picture = page.render(scale=dots_per_inch / 72).to_pil().convert("L")
        picture = _specked(picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255), Random(seed))
        coded = BytesIO()
        picture.save(coded, "JPEG", quality=60)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(coded), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _specked(picture: Image.Image, draw: Random) -> Image.Image:
    for _ in range(_SPECKS):
        picture.putpixel((draw.randrange(picture.width), draw.randrange(picture.height)), draw.randrange(90, 200))
    return picture
