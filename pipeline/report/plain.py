"""Text from outside without the characters that act on what stands around them."""

from __future__ import annotations

import unicodedata

_BREAKS = frozenset("\n\t")
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_ACTING = frozenset({"Cc", "Cs", "Co"})


def plain(text: str) -> str:
    """The text with a space for each control, each mark that turns its direction, and each code that is no character.

    >>> plain("Tin\\x00 \\u202enóng")
    'Tin   nóng'
    """
    return text if text.isascii() and text.isprintable() else "".join(" " if _acts(c) else c for c in text)


def _acts(character: str) -> bool:
    if character.isalnum() or character in _BREAKS:
        return False
    return (
        unicodedata.category(character) in _ACTING
        or unicodedata.bidirectional(character) in _TURNS
        or ord(character) & 0xFFFE == 0xFFFE
    )
