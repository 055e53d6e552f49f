"""What on the pages of a document is not its text: page numbers, running heads, the stamps of electronic signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from extractors.documents.pdf.grids import lines_among
from extractors.documents.pdf.sheet import Segment, Sheet, box_around
from extractors.model import Removed
from extractors.text import match_key

_MARGIN_SHARE = 0.12
_OUTER_LINES = 3
_EDGE_SHARE = 0.07
_SMALLER, _AWAY, _SET_OFF = 0.85, 2.0, 2.0
_NUMBER = re.compile(r"\W{0,3}(?:trang|page)?\s{0,2}\W{0,2}\d{1,3}(?:\s?(?:/|trên|of)\s?\d{1,4})?\W{0,3}")
_DIGITS = re.compile(r"\d{1,9}")
_STAMP = re.compile(
    r"(?:người ký|ký bởi|được ký bởi|cơ quan|thời gian ký|ngày ký|email|chữ ký số|digitally signed by|signed by"
    r"|signature (?:not verified|valid)|date|reason|location)\s?:.{0,200}|signature (?:not verified|valid)"
)
_STAMP_BEGINS = re.compile(r"(?:người ký|ký bởi|được ký bởi|chữ ký số|digitally signed by|signed by|signature)\b")
_STAMP_LINES = 8
_NEAR = 6.0
_REPEATED_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line near the upper or lower edge of a page."""

    sheet: int
    segments: tuple[Segment, ...]
    words: str

    @property
    def pattern(self) -> tuple[str, int]:
        """What it says, whatever the numbers, and about where."""
        return _DIGITS.sub("#", match_key(self.words)), round(self.segments[0].base / (2 * _NEAR))


def without_furniture(sheets: Sequence[Sheet]) -> list[Removed]:
    """Take the furniture off the pages and return what was taken."""
    outer = [line for sheet in sheets for line in _outer_lines(sheet)]
    counts = Counter(line.pattern for line in outer)
    repeated = {pattern for pattern, n in counts.items() if n >= max(2, _REPEATED_SHARE * (len(sheets) - 1))}
    body = _body_size(sheets)
    numbers = [line for line in outer if _NUMBER.fullmatch(match_key(line.words))]
    taken = [(line, "document.page_number") for line in numbers]
    known = {id(segment) for line in numbers for segment in line.segments}
    for line in outer:
        sheet = sheets[line.sheet - 1]
        apart = _stands_apart(line, sheet.height, [s for s in sheet.segments if id(s) not in known], body)
        if line not in numbers and (apart or (line.pattern in repeated and _is_set_off(line, sheet, repeated))):
            taken.append((line, "document.running_head"))
    taken += [(line, "document.signature_stamp") for sheet in sheets for line in _stamp_lines(sheet)]
    for sheet in sheets:
        gone = {id(s) for line, _ in taken if line.sheet == sheet.number for s in line.segments}
        sheet.segments = [s for s in sheet.segments if id(s) not in gone]
    return [Removed(line.words, rule) for line, rule in taken]


def _is_set_off(line: _Line, sheet: Sheet, repeated: Container[tuple[str, int]]) -> bool:
    """Whether a line that repeats stands at the edge of the page or further from the text than its lines are apart."""
    base, size = line.segments[0].base, line.segments[0].size
    if min(base, sheet.height - base) <= _EDGE_SHARE * sheet.height:
        return True
    inner = [other for other in _lines(sheet) if other.pattern not in repeated]
    return min((abs(other.segments[0].base - base) for other in inner), default=0.0) >= _SET_OFF * size


def _body_size(sheets: Sequence[Sheet]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for segment in (segment for sheet in sheets for segment in sheet.segments):
        sizes[segment.size] += len(segment.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _stands_apart(line: _Line, height: float, others: Sequence[Segment], body: float) -> bool:
    """Whether a line in smaller letters stands at the very edge of a page, away from its text."""
    base, size = line.segments[0].base, line.segments[0].size
    at_edge = min(base, height - base) <= _EDGE_SHARE * height
    away = (abs(s.base - base) for s in others if s.size > size)
    return at_edge and size <= _SMALLER * body and min(away, default=0.0) >= _AWAY * body


def _lines(sheet: Sheet) -> list[_Line]:
    return [_Line(sheet.number, tuple(line), " ".join(s.text for s in line)) for line in lines_among(sheet.segments)]


def _outer_lines(sheet: Sheet) -> list[_Line]:
    """The first and last lines of a page that stand in its margins."""
    lines = _lines(sheet)
    upper = [line for line in lines[:_OUTER_LINES] if line.segments[0].base <= _MARGIN_SHARE * sheet.height]
    lower = [line for line in lines[-_OUTER_LINES:] if line.segments[0].base >= (1 - _MARGIN_SHARE) * sheet.height]
    return upper + [line for line in lower if line not in upper]


def _stamp_lines(sheet: Sheet) -> list[_Line]:
    """The lines of a signature's stamp: what begins one, and what follows close under it in its form."""
    lines = [_Line(sheet.number, (s,), s.text) for s in sorted(sheet.segments, key=lambda s: (s.base, s.box[0]))]
    taken: list[_Line] = []
    for i, line in enumerate(lines):
        if not _STAMP_BEGINS.match(match_key(line.words)):
            continue
        near = [other for other in lines[i : i + _STAMP_LINES * 3] if _beneath(line.segments[0], other.segments[0])]
        stamp = [other for other in near if _STAMP.fullmatch(match_key(other.words))]
        if len(stamp) > 1:
            last = stamp[-1].segments[0].base
            taken += [other for other in near if other.segments[0].base <= last]
    return taken


def _beneath(first: Segment, other: Segment) -> bool:
    box = box_around([first.box])
    return abs(other.box[0] - box[0]) <= 3 * _NEAR and other.base - first.base <= _STAMP_LINES * 1.6 * first.size
