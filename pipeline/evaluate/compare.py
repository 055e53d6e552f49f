"""When two texts count as the same for scoring: the folding and the abbreviations of the annotation guide."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from extractors.text import clean, fold_tones

_QUOTES = re.compile(r"[“”\"‘’'«»]")
_DASH = re.compile(r"\s*[-–—]\s*")
_SPACE = re.compile(r"\s+")
_PHASE = re.compile(r"\bgiai đoạn \d{4} ?- ?\d{4}\b|\bđến năm \d{4}\b|\bnăm \d{4}\b")
_NOT_WORD = re.compile(r"[^\w]+")
_TITLE_GAP = re.compile(r"[\s,\-]+")
_ABBREVIATIONS = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\b(?:tđkt|tđ-kt|thi đua khen thưởng)\b", "thi đua - khen thưởng"),
        (r"\bubmttq ?(?:vn)?\b|\bmttq ?(?:vn)?\b", "mặt trận"),
        (r"\bủy ban mặt trận(?: tổ quốc)?(?: việt nam)?\b", "ủy ban mặt trận"),
        (r"\bmặt trận tổ quốc(?: việt nam)?\b", "mặt trận"),
        (r"\bubnd\b", "ủy ban nhân dân"),
        (r"\bhđnd\b", "hội đồng nhân dân"),
        (r"\bđbqh\b", "đại biểu quốc hội"),
        (r"\b(?:t\.ư|tư|tw|t\.w)\b", "trung ương"),
        (r"\buvtw\b", "ủy viên trung ương"),
        (r"\b(?:uvtv|uvbtv|uv btv)\b", "ủy viên ban thường vụ"),
        (r"\buvbch\b", "ủy viên ban chấp hành"),
        (r"\bbch\b", "ban chấp hành"),
        (r"\bbtv\b", "ban thường vụ"),
        (r"\buv\b", "ủy viên"),
        (r"\bpct\b", "phó chủ tịch"),
        (r"\bct\b", "chủ tịch"),
        (r"\btp\.? ?", "thành phố "),
    )
)


@lru_cache(maxsize=65536)
def folded(text: str | None) -> str:
    """The text as the guide compares it: composed, lower case, old-style tones, no quotes, spaces squeezed.

    >>> folded("“Uỷ ban  Hoà–Bình”.")
    'ủy ban hòa - bình'
    """
    plain = _QUOTES.sub("", fold_tones(clean(text or "").text.lower()))
    return _SPACE.sub(" ", _DASH.sub(" - ", plain)).strip(" .,;:-")


@lru_cache(maxsize=65536)
def folded_title(text: str | None) -> str:
    """An office with its abbreviations written out.

    >>> folded_title("PCT UBND tỉnh") == folded_title("Phó Chủ tịch Ủy ban nhân dân tỉnh")
    True
    """
    title = folded(text)
    for pattern, full in _ABBREVIATIONS:
        title = pattern.sub(full, title)
    return _TITLE_GAP.sub(" ", title).strip()


@lru_cache(maxsize=65536)
def folded_campaign(text: str | None) -> str:
    """The name of a campaign without its phase and its punctuation.

    >>> folded_campaign("Vì người nghèo - Không để ai bị bỏ lại phía sau giai đoạn 2021-2025")
    'vì người nghèo không để ai bị bỏ lại phía sau'
    """
    return _NOT_WORD.sub(" ", _PHASE.sub("", folded(text))).strip()


def likeness(a: str, b: str) -> float:
    """Ratcliff-Obershelp likeness of two folded texts, 1.0 for equal ones."""
    return 1.0 if a == b else SequenceMatcher(None, a, b).ratio()
