"""How Vietnamese a text is, by the letters that no other language has."""

from __future__ import annotations

import re

_ONLY = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ"
_VIETNAMESE_ONLY = re.compile(f"[{_ONLY}{_ONLY.upper()}]")
_LETTERS = re.compile(r"[^\W\d_]+")


def letters_in(text: str) -> int:
    """How many letters of any language there are.

    >>> letters_in("Lễ 12/5!")
    2
    """
    return sum(map(len, _LETTERS.findall(text)))


def vietnamese_in(text: str) -> int:
    """How many letters there are that only Vietnamese has.

    >>> vietnamese_in("Đội văn nghệ"), vietnamese_in("Đà Nẵng"), vietnamese_in("Théâtre")
    (4, 2, 0)
    """
    return len(_VIETNAMESE_ONLY.findall(text))
