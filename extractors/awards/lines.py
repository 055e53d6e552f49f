"""Counts on lines of their own under a line that names the honour: "tặng Bằng khen cho:", "- 12 tập thể"."""

from __future__ import annotations

from dataclasses import replace

from extractors.awards.cues import cues_in
from extractors.awards.draft import Draft, Naming
from extractors.awards.status import is_listed
from extractors.reading import Reading

MAX_BULLET = 8
MAX_REST = 24


def opens_list(reading: Reading, naming: Naming | None, end: int) -> bool:
    """Whether a sentence that ends at `end` breaks off after the honour, so that lines of counts may follow."""
    if naming is None or naming.drafts:
        return False
    rest = reading.key[naming.end : end].rstrip()
    return rest.endswith(":") and len(rest) < MAX_REST


def counts_on_line(reading: Reading, naming: Naming, start: int, end: int) -> list[Draft] | None:
    """The counts of one line of the list; `None` where the line is none, so that the list is over."""
    if not is_listed(reading.key, start):
        return None
    cues = cues_in(reading.key, start, end)
    if not cues or cues[0].unit is None or cues[0].start - start > MAX_BULLET or any(cue.honour for cue in cues):
        return None
    own = replace(naming, drafts=[])
    return [
        Draft(own, cue.count or 0, cue.unit, cue.qualifier, "award.lined", cue.start, cue.end)
        for cue in cues
        if cue.unit and not cue.times
    ]
