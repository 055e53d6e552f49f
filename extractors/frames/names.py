"""A signer's name: the words that end a line, all of them capitalised."""

from __future__ import annotations

import re

from extractors.awards.names import UPPER
from extractors.frames.stretch import Stretch
from extractors.reading import Reading

_LONGEST = 60
_RANKS = r"(?:(?:GS|PGS|TS|ThS|BS|KS|CN|LS|CKI+|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng))[.,\s]\s*){0,4}"
_WORD = rf"[{UPPER}][a-zà-ỹđ']{{0,12}}"
_NAME = re.compile(rf"\s*{_RANKS}(?P<name>{_WORD}(?:[ -]{_WORD}){{1,6}})\s*")
_BREAK = re.compile(r"[.;|)]\s")


def name_at_end(reading: Reading, start: int, end: int) -> Stretch | None:
    """The name that a stretch is, or that stands behind its last stop."""
    for at in (start, *(match.end() for match in _BREAK.finditer(reading.text, max(start, end - _LONGEST), end))):
        match = _NAME.fullmatch(reading.text, at, end) if end - at <= 2 * _LONGEST else None
        if match:
            return Stretch(*match.span("name"))
    return None
