"""Text in an old encoding to Unicode."""

from __future__ import annotations

import re
from functools import cache

from corpus.encodings import Encoding, letters_of

_PRIVATE = range(0xF020, 0xF100)
_LOOKALIKES = {"\u03bc": "\u00b5", "\u2219": "\u00b7", "\u02c9": "\u00af", "\u0110": "\u00d0", "\u2010": "\u00ad"}


def converted(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """The text in Unicode; `capitals` is for fonts that show small letters as capitals.

    >>> converted("Chñ tÞch ñy ban nh©n d©n tØnh", "tcvn3")
    'Chủ tịch ủy ban nhân dân tỉnh'
    >>> converted("ñy ban", "tcvn3", capitals=True)
    'ỦY BAN'
    """
    letters = letters_of(encoding)
    made = _pattern(encoding).sub(lambda match: letters[match[0]], as_bytes(text))
    return made.upper() if capitals else made


def as_bytes(text: str) -> str:
    """The text with one character for each byte, whatever its program took the bytes for."""
    return "".join(map(_byte, text)) if not text.isascii() else text


@cache
def _pattern(encoding: Encoding) -> re.Pattern[str]:
    """All codes, the longer ones first."""
    codes = sorted(letters_of(encoding), key=lambda code: (-len(code), code))
    return re.compile("|".join(map(re.escape, codes)))


@cache
def _byte(character: str) -> str:
    if ord(character) < 0x100:
        return character
    if ord(character) in _PRIVATE:
        return chr(ord(character) - 0xF000)
    try:
        return character.encode("cp1252").decode("latin-1") if character not in "“”‘’–—…•" else character
    except UnicodeEncodeError:
        return _LOOKALIKES.get(character, character)
