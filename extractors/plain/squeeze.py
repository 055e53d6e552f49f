"""Letters and digits alone, for telling whether two lines say the same."""

from __future__ import annotations

import re

_AGENCY = re.compile(r"\(?[\w.& ]{2,25}\)?\s?-\s(?=\S)")
_NOT_A_LETTER = re.compile(r"[\W_]+")


def squeeze(key: str) -> str:
    """The letters and digits of a match key.

    >>> squeeze("ba - bốn, năm...")
    'babốnnăm'
    """
    return _NOT_A_LETTER.sub("", key)


def told(key: str) -> str:
    """What a paragraph tells, squeezed: without the paper's mark at its head.

    >>> told("(bho) - sáng 12/5, xã tổ chức lễ")
    'sáng125xãtổchứclễ'
    """
    return squeeze(_AGENCY.sub("", key, count=1) if _AGENCY.match(key) else key)
