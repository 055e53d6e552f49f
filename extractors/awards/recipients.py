"""The names behind a count: "cho 02 đơn vị: Văn phòng A, Sở B", "4 đảng viên, gồm các đồng chí: …; …"."""

from __future__ import annotations

import re

from extractors.awards.draft import Draft
from extractors.awards.names import UPPER, addressed, is_place
from extractors.awards.signs import sign
from extractors.reading import Reading

MAX_LIST = 2400
MAX_NAME = 120
MAX_OPENING = 90
_STRONG = re.compile(r"\s*;\s*(?:và\s+)?")
_MIXED = re.compile(r"\s*(?:;|(?<!\w)và(?!\w))\s*")
_WEAK = re.compile(r"\s*(?:,|(?<!\w)và(?!\w))\s*")
_NAMED = re.compile(rf"[{UPPER}]")
_APPOSITION = re.compile(r"\s*(?:,|\(| - | – ).*", re.DOTALL)


def recipients_of(reading: Reading, draft: Draft, end: int) -> tuple[str, ...]:
    """The names listed right behind a count, as many as it counts; none where their number differs.

    Lists are parted by semicolons, or by commas where a name holds none; what follows a name in its part is left out.
    """
    opens = sign("names_follow").match(reading.text, draft.end, min(end, draft.end + MAX_OPENING))
    if not opens or draft.unit in {"item", "decision"}:
        return ()
    stop = reading.text.find(")", opens.end(), end) if opens[0].rstrip().endswith("(") else end
    listed = reading.text[opens.end() : min(stop if stop >= 0 else end, opens.end() + MAX_LIST)].rstrip(" .…")
    for parts in (_STRONG.split(listed), _MIXED.split(listed), _WEAK.split(listed)):
        names = tuple(name for part in parts if (name := _name(part)))
        if len(names) == len(parts) == draft.count and not (draft.unit == "individual" and _are_places(names)):
            return names
    return ()


def _are_places(names: tuple[str, ...]) -> bool:
    """Whether a parenthesis tells where those counted live: "2 cá nhân (Thuận Bắc, Ninh Thuận)"."""
    return any(is_place(name.split()) for name in names)


def _name(part: str) -> str | None:
    """The name that begins a part of a list, without address and apposition."""
    text = _APPOSITION.sub("", part).strip()
    at = addressed(text.lower())
    text = text[at:] if at else text
    return text if _NAMED.match(text) and len(text) <= MAX_NAME else None
