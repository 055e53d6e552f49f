"""Text in an old encoding, for tests that read it back."""

from __future__ import annotations

from functools import cache

from corpus.encodings import Encoding, letters_of


def encoded(text: str, encoding: Encoding) -> str:
    """The text in an old encoding, one character for each byte; what has no code there stays.

    >>> encoded("Thi đua", "vni")
    'Thi ñua'
    """
    return "".join(_codes(encoding).get(letter, letter) for letter in text)


@cache
def _codes(encoding: Encoding) -> dict[str, str]:
    return {letter: code for code, letter in letters_of(encoding).items()}
