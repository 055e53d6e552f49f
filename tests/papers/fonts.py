"""The fonts of the sample documents, from those of the system, and one whose letters have the codes of TCVN3."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

_HOME = Path("/usr/share/fonts/truetype/dejavu")
needs_fonts = pytest.mark.skipif(
    not _HOME.is_dir(), reason="the DejaVu fonts (Debian's fonts-dejavu) are not installed"
)
_STYLES = {"Serif": {"": "", "b": "-Bold", "i": "-Italic"}, "Sans": {"": "", "b": "-Bold", "i": "-Oblique"}}
_LOWER = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđ"
_CODES = (
    "b5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fa"
    "fbfcfdfea8a9aaabacadae"
)
TCVN3 = dict(zip(_LOWER, bytes.fromhex(_CODES).decode("latin-1"), strict=True))
"""The small letters of TCVN 5712:1993, its third table: the one the ABC fonts (.VnTime) use."""
SOFT_HYPHEN, STAND_IN = "\u00ad", "\ue0ad"
"""The code of "ư" is the soft hyphen, which typesetting swallows; until the file is written another stands for it."""
_BASES = {"Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§"}


@cache
def font(family: str, style: str = "") -> str:
    """Register a font of a family ("b" bold, "i" italic) and give its name."""
    name = family + _STYLES["Serif" if "Serif" in family else "Sans"][style]
    pdfmetrics.registerFont(TTFont(name, str(_HOME / f"{name}.ttf")))
    return name


@cache
def legacy_font(*, capitals: bool) -> str:
    """Register `.VnTime`, or `.VnTimeH` that shows small letters as capitals: glyphs of DejaVu Serif at TCVN3 codes."""
    name = ".VnTimeH" if capitals else ".VnTime"
    made = TTFont(name, str(_HOME / "DejaVuSerif.ttf"))
    face: TTFontFace = made.face
    glyphs, widths = dict(face.charToGlyph), dict(face.charWidths)
    shown = {small: small.upper() if capitals else small for small in (*TCVN3, *"abcdefghijklmnopqrstuvwxyz")}
    for small, seen in shown.items():
        code, letter = ord(_code(small)), ord(seen)
        glyphs[code], widths[code] = face.charToGlyph[letter], face.charWidths[letter]
    for letter_seen, code_seen in _BASES.items():
        glyphs[ord(code_seen)] = face.charToGlyph[ord(letter_seen)]
        widths[ord(code_seen)] = face.charWidths[ord(letter_seen)]
    face.charToGlyph, face.charWidths = glyphs, widths
    face.name, face.familyName, face.styleName = name.encode(), name.encode(), b"Regular"
    pdfmetrics.registerFont(made)
    return name


def in_tcvn3(text: str) -> list[tuple[str, str]]:
    """A text as runs of `(font, codes)`: words in capitals, and lone toned capitals, are set in the font of capitals.

    >>> in_tcvn3("Số: 1")
    [('.VnTime', 'Sè: 1')]
    """
    runs: list[tuple[str, str]] = []
    for word in re.findall(r"\s+|\S+", unicodedata.normalize("NFC", text)):
        shouted = len(word) > 1 and word.isupper() and any(letter.lower() in TCVN3 for letter in word)
        for letter in word:
            capital = letter.isalpha() and letter.isupper() and (shouted or (letter not in _BASES and _toned(letter)))
            code = _code(letter.lower() if capital else letter)
            name = legacy_font(capitals=capital) if letter.isalpha() or not runs else runs[-1][0]
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + code)
            else:
                runs.append((name, code))
    return runs


def _toned(capital: str) -> bool:
    return capital.lower() in TCVN3


def _code(letter: str) -> str:
    return TCVN3.get(letter, _BASES.get(letter, letter)).replace(SOFT_HYPHEN, STAND_IN)
