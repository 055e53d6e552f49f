"""The characters of a PDF page with their places and fonts, as pdfium sees them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from extractors.documents.pdf.sheet import Font, Glyph

_NAME_BYTES = 256
_BOLD_WEIGHT = 600
_BOLD_WORDS = ("bold", "black", "heavy", "demi")
_NO_UNICODE = "\ufffd"
_BREAKS = "\r\n"
_LEVEL = 0.1
NOWHERE = Font("", 0.0, bold=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """How points of a page become points from the top left of the page as it is seen."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    @property
    def seen(self) -> tuple[float, float]:
        """Width and height as seen."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, as seen."""
        x, y = x - self.left, y - self.bottom
        if not self.turns:
            return x, self.height - y
        placed = (
            (x, self.height - y),
            (y, x),
            (self.width - x, y),
            (self.height - y, self.width - x),
        )
        return placed[self.turns % 4]


@dataclass(slots=True)
class Glyphs:
    """What is written on a page: level glyphs, `None` where a line ends, and the text that stands on its side."""

    written: list[Glyph | None] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    unmapped: int = 0


def frame_of(page: Any) -> Frame:
    """The frame of a page, by its crop box and rotation."""
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right - left, top - bottom, page.get_rotation() // 90)


def glyphs_of(page: Any, frame: Frame) -> Glyphs:
    """Every character of a page in the order of its writing; `None` stands where pdfium sees a line end."""
    text_page = page.get_textpage()
    try:
        return _Reader(text_page.raw, frame).read()
    finally:
        text_page.close()


class _Reader:
    """Reads one page; fonts are looked up once for each text object."""

    def __init__(self, handle: Any, frame: Frame) -> None:
        self._handle = handle
        self._frame = frame
        self._fonts: dict[int, tuple[Font, bool]] = {}
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def read(self) -> Glyphs:
        glyphs = Glyphs()
        font, level = NOWHERE, True
        for text, i in self._characters():
            if text in _BREAKS:
                glyphs.written.append(None)
                continue
            found = self._font_at(i)
            font, level = found or (font, level)
            if pdfium.FPDFText_HasUnicodeMapError(self._handle, i) == 1:
                glyphs.unmapped += 1
                text = _NO_UNICODE
            if level:
                glyphs.written.append(self._placed(text, i, font))
            else:
                glyphs.turned.append(text)
        return glyphs

    def _characters(self) -> Iterator[tuple[str, int]]:
        pending = 0
        for i in range(pdfium.FPDFText_CountChars(self._handle)):
            code = pdfium.FPDFText_GetUnicode(self._handle, i)
            if 0xD800 <= code < 0xDC00:
                pending = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00) if pending else 0xFFFD
            pending = 0
            # pdfium writes U+0002 for a hyphen at the end of a line
            yield {0: _NO_UNICODE, 2: "-"}.get(code) or chr(code), i

    def _font_at(self, i: int) -> tuple[Font, bool] | None:
        written = pdfium.FPDFText_GetTextObject(self._handle, i)
        if not written:
            return None
        address = ctypes.addressof(written.contents)
        if address not in self._fonts:
            self._fonts[address] = self._font(written, i)
        return self._fonts[address]

    def _font(self, written: Any, i: int) -> tuple[Font, bool]:
        """The font of a text object, and whether its line is level as the page is seen."""
        name = ctypes.create_string_buffer(_NAME_BYTES)
        size = ctypes.c_float()
        matrix = pdfium.FS_MATRIX()
        font = pdfium.FPDFTextObj_GetFont(written)
        pdfium.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
        pdfium.FPDFTextObj_GetFontSize(written, size)
        pdfium.FPDFText_GetMatrix(self._handle, i, matrix)
        called = name.value.decode("utf-8", "replace")
        bold = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or any(w in called.lower() for w in _BOLD_WORDS)
        along, across = abs(matrix.a), abs(matrix.b)
        if self._frame.turns % 2:
            along, across = across, along
        tall = max((matrix.c**2 + matrix.d**2) ** 0.5, 1e-3)
        return Font(called, round(size.value * tall, 1), bold), across <= _LEVEL * max(along, 1e-6)

    def _placed(self, text: str, i: int, font: Font) -> Glyph:
        box, x, y = self._box, self._x, self._y
        pdfium.FPDFText_GetLooseCharBox(self._handle, i, box)
        pdfium.FPDFText_GetCharOrigin(self._handle, i, x, y)
        begin, end = self._frame.point(box.left, box.bottom)[0], self._frame.point(box.right, box.top)[0]
        return Glyph(text, min(begin, end), max(begin, end), self._frame.point(x.value, y.value)[1], font)
