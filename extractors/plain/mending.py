"""Mends lines that the capture broke: drop caps, wrapped paragraphs, glued marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from extractors.plain.lines import Line, together

_WRAP_CHARS = (40, 130)
_COLUMN_SHARE = 0.75
_BULLET = re.compile(r"[-+*•–»>]|\d{1,2}[.)]|[a-zđ]\)")


def mended(lines: Iterable[Line]) -> list[Line]:
    """The lines with drop caps put back and paragraphs that were wrapped made whole."""
    return _unwrapped(_drop_caps_joined(list(lines)))


def _drop_caps_joined(lines: Sequence[Line]) -> list[Line]:
    made: list[Line] = []
    for line in lines:
        if made and _is_drop_cap(made[-1].words) and line.words[0].islower():
            made[-1] = together([made[-1], line], "")
        else:
            made.append(line)
    return made


def _is_drop_cap(words: str) -> bool:
    return len(words) <= 2 and words[-1].isupper() and words[0] in '"“' + words[-1]


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    paragraphs = _grouped(lines, lambda _, line: not line.gap)
    whole = [one for paragraph in paragraphs for one in _paragraph(paragraph)]
    return [together(group, " ") for group in _grouped(whole, _goes_on_after_comma)]


def _paragraph(lines: list[Line]) -> list[Line]:
    """One line where the lines fill a column, else the lines, with those that begin in lower case joined."""
    if _is_column(lines):
        return [together(lines, " ")]
    return [together(group, " ") for group in _grouped(lines, _runs_on)]


def _is_column(lines: list[Line]) -> bool:
    widths = [len(line.words) for line in lines]
    narrow, wide = _WRAP_CHARS
    fills = len(lines) >= 3 and narrow <= max(widths) <= wide and min(widths[:-1]) >= _COLUMN_SHARE * max(widths)
    return fills and not any(line.stopped or _BULLET.match(line.words) for line in lines[:-2])


def _runs_on(before: Line, line: Line) -> bool:
    begins_within = line.words[0].islower() and not line.words.isascii() and " " in line.words
    long_enough = len(before.words) >= _WRAP_CHARS[0]
    return begins_within and long_enough and not before.stopped and not _BULLET.match(line.words)


def _goes_on_after_comma(before: Line, line: Line) -> bool:
    """A line that ends in a comma goes on in the next one, wherever that stands."""
    if not before.words.endswith(",") or line.is_prose:
        return False
    return not _BULLET.match(before.words) and not _BULLET.match(line.words)


def _grouped(lines: Sequence[Line], goes_on: Callable[[Line, Line], bool]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
