"""Who issues a document: names in capitals in the left column of the head, the parent first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.frames.signs import body_head, body_under, kind_name
from extractors.frames.stretch import Stretch, is_shouted, joined
from extractors.model import Span
from extractors.reading import Reading

_LEAST = 3
_DASH = re.compile(r"\s?-\s?")
_NATION_ENDS = ("VIỆT NAM", "VIỆT", "NAM")


def bodies(reading: Reading, lines: Sequence[Stretch]) -> list[Span]:
    """The bodies that the lines of a head name, in order; a name may run over lines, two may share one."""
    groups: list[list[Stretch]] = []
    for line in lines:
        if not _may_name(reading, line):
            continue
        for n, part in enumerate(_apart(reading, line)):
            if n or not groups or body_head().match(reading.key, part.start, part.end):
                groups.append([part])
            else:
                groups[-1].append(part)
    named = [group for group in groups if body_head().match(reading.key, group[0].start, group[0].end)]
    return [span for group in named or groups[:1] if (span := joined(reading, group))]


def _may_name(reading: Reading, line: Stretch) -> bool:
    """Whether a line is in capitals and no kind of document."""
    text = reading.text[line.start : line.end]
    if not is_shouted(text) or len(text) < _LEAST or text in _NATION_ENDS:
        return False
    return kind_name().match(reading.key, line.start, line.end) is None


def _apart(reading: Reading, line: Stretch) -> list[Stretch]:
    """A parent and the body under it where both stand on one line; bodies that issue it together stay one."""
    parent = body_under().match(reading.key, line.start, line.end)
    if parent is None or any(
        body_head().match(reading.key, dash.end(), line.end) for dash in _DASH.finditer(reading.key, *line)
    ):
        return [line]
    end = parent.end()
    return [Stretch(line.start, len(reading.text[:end].rstrip())), Stretch(end, line.end)]
