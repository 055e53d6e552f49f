"""Mends lines that the capture broke: drop caps, wrapped paragraphs, glued marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.plain.lines import Line

_DROP_CAP = re.compile(r"[\"“]?[A-ZĐÀ-Ỹ]")
_WRAP_CHARS = (40, 130)
_BULLET = re.compile(r"[-+*•–»>]|\d{1,2}[.)]|[a-zđ]\)")


def mended(lines: Iterable[Line]) -> list[Line]:
    """The lines with drop caps put back and paragraphs that were wrapped made whole."""
    return _unwrapped(_drop_caps_joined(list(lines)))


def _drop_caps_joined(lines: Sequence[Line]) -> list[Line]:
    made: list[Line] = []
    for line in lines:
        if made and _DROP_CAP.fullmatch(made[-1].words) and line.words[0].islower():
            made[-1] = made[-1].plus(line, "")
        else:
            made.append(line)
    return made


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    made: list[Line] = []
    paragraph: list[Line] = []
    for line in lines:
        if line.gap and paragraph:
            made += _paragraph(paragraph)
            paragraph = []
        paragraph.append(line)
    return _commas_joined(made + _paragraph(paragraph))


def _paragraph(lines: list[Line]) -> list[Line]:
    """One line where the lines fill a column, else the lines, with those that begin in lower case joined."""
    widths = [len(line.words) for line in lines]
    column = max(widths, default=0)
    narrow, wide = _WRAP_CHARS
    is_column = len(lines) >= 3 and narrow <= column <= wide and min(widths[:-1]) >= 0.75 * column
    if is_column and not any(line.stopped or _BULLET.match(line.words) for line in lines[:-2]):
        return [_all_joined(lines)]
    made: list[Line] = []
    for line in lines:
        if made and _runs_on(made[-1], line):
            made[-1] = made[-1].plus(line, " ")
        else:
            made.append(line)
    return made


def _runs_on(before: Line, line: Line) -> bool:
    return (
        line.words[0].islower()
        and not _BULLET.match(line.words)
        and not before.stopped
        and len(before.words) >= _WRAP_CHARS[0]
        and " " in line.words
        and not line.words.isascii()
    )


def _commas_joined(lines: Sequence[Line]) -> list[Line]:
    """A line that ends in a comma goes on in the next one, wherever that stands."""
    made: list[Line] = []
    for line in lines:
        comma = bool(made) and made[-1].words.endswith(",") and not _BULLET.match(made[-1].words)
        if comma and not _BULLET.match(line.words) and not line.is_prose:
            made[-1] = made[-1].plus(line, " ")
        else:
            made.append(line)
    return made


def _all_joined(lines: Sequence[Line]) -> Line:
    whole = lines[0]
    for line in lines[1:]:
        whole = whole.plus(line, " ")
    return whole
