"""Pages of a PDF as pictures for recognition."""

from __future__ import annotations

from typing import Any

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
_MOST_DOTS = 25_000_000


def picture_of(page: Any) -> tuple[bytes, float]:
    """A page in shades of grey as PNM, and how many dots of it make a point; very large pages are drawn smaller."""
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / POINTS_PER_INCH, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        dots = bitmap.to_numpy()
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + dots.tobytes(), scale
    finally:
        bitmap.close()
