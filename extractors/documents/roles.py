"""What the paragraphs of a document are: its title, its headings, and ornaments that say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.documents.parts import Grid, Look, Paragraph, Part, Parts
from extractors.model import Removed
from extractors.text import match_key

_OPENING_PARTS = 40
_MOST_TITLE_PARTS = 5
_LONGEST_TITLE_CHARS = 500
_HEADING_CHARS = 160
_LARGER = 1.15
_MOTTO = re.compile(r"cộng h[òo]a xã hội chủ nghĩa việt nam|độc lập\s?-\s?tự do\s?-\s?hạnh phúc|đảng cộng sản việt nam")
_ABSTRACT = re.compile(r"v/v\b|về việc\b")
_ENUMERATED = re.compile(
    r"(?P<number>[IVXLC]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,3})(?P<stop>[.)/])?\s|(?:Phần|Chương|Mục|Điều)\s"
)
_NO_TITLE = re.compile(r"\(|kính gửi|căn cứ|số\s?:|nơi nhận")
_ENDS = (".", ";", ",", ":")


def with_roles(parts: Sequence[Part]) -> Parts:
    """The parts with title and headings told; ornaments (lines of dashes and stars) are set aside."""
    kept = [part for part in parts if isinstance(part, Grid) or _tells(part)]
    ornaments = [part.text for part in parts if isinstance(part, Paragraph) and part.text and not _tells(part)]
    body = _body_size(kept)
    titled = _with_title(kept, body)
    made = [_with_role(titled, i, body) for i in range(len(titled))]
    return Parts(tuple(made), tuple(Removed(text, "document.ornament") for text in ornaments))


def _tells(paragraph: Paragraph) -> bool:
    return any(c.isalnum() for c in paragraph.text)


def _body_size(parts: Sequence[Part]) -> float:
    """The size that most of the text is set in."""
    sizes: dict[float, int] = {}
    for part in parts:
        if isinstance(part, Paragraph):
            sizes[part.look.size] = sizes.get(part.look.size, 0) + len(part.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _with_title(parts: Sequence[Part], body: float) -> list[Part]:
    at = _title_at(parts, body)
    if at is None:
        return list(parts)
    end = at + 1
    while end < min(len(parts), at + _MOST_TITLE_PARTS) and _goes_on(parts[at:end], parts[end]):
        end += 1
    title = [part for part in parts[at:end] if isinstance(part, Paragraph)]
    pieces = tuple(piece for part in title for piece in part.pieces)
    return [*parts[:at], Paragraph(pieces, title[0].look, "title"), *parts[end:]]


def _title_at(parts: Sequence[Part], body: float) -> int | None:
    """Where the title begins: in the middle and set off, or larger than all else, or the abstract of a letter."""
    opening = [(i, part) for i, part in enumerate(parts[:_OPENING_PARTS]) if isinstance(part, Paragraph)]
    told = [(i, p) for i, p in opening if len(p.text) <= _LONGEST_TITLE_CHARS and not _is_frame(p.text)]
    abstract = next((i for i, p in told if _ABSTRACT.match(match_key(p.text)) and not p.look.centred), None)
    middle = next((i for i, p in told if p.look.centred and (p.look.bold or p.text.isupper())), None)
    styled = next((i for i, p in told if p.look.heading and p.look.size > body), None)
    large = next((i for i, p in told[:6] if body and p.look.size >= _LARGER * body), None)
    if abstract is not None and (middle is None or middle > abstract):
        return abstract
    return next((i for i in (middle, large, styled) if i is not None), None)


def _is_frame(text: str) -> bool:
    key = match_key(text)
    return bool(_MOTTO.search(key) or _NO_TITLE.match(key))


def _goes_on(title: Sequence[Part], part: Part) -> bool:
    """Whether a paragraph under a title belongs to it."""
    first, last = title[0], title[-1]
    if not (isinstance(part, Paragraph) and isinstance(first, Paragraph) and isinstance(last, Paragraph)):
        return False
    if not first.look.centred or not part.look.centred or len(part.text) > _LONGEST_TITLE_CHARS or _is_frame(part.text):
        return False
    if _is_enumerated(part.text):
        return False
    return not part.text.isupper() or last.text.isupper() or len(title) == 1


def _is_enumerated(text: str) -> bool:
    """Whether a line begins with the number of a part; "I năm 2022" only goes on with the line before.

    >>> _is_enumerated("II. KẾT QUẢ"), _is_enumerated("1 Mục đích"), _is_enumerated("I năm 2022")
    (True, True, False)
    """
    match = _ENUMERATED.match(text)
    return match is not None and not (match["number"] and not match["stop"] and text[match.end() :][:1].islower())


def _with_role(parts: Sequence[Part], i: int, body: float) -> Part:
    part = parts[i]
    if isinstance(part, Grid) or part.role or i + 1 >= len(parts):
        return part
    heading = len(part.text) <= _HEADING_CHARS and not part.text.endswith(_ENDS) and _is_set_off(part, part.look, body)
    return replace(part, role="heading") if heading else part


def _is_set_off(part: Paragraph, look: Look, body: float) -> bool:
    if look.heading:
        return True
    if _is_frame(part.text):
        return False
    strong = look.bold or part.text.isupper() or (body > 0 and look.size >= _LARGER * body)
    return strong and (look.centred or _is_enumerated(part.text))
