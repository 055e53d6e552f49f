"""Counts on lines of their own under a line that names the honour: "tặng Bằng khen cho:", "- 12 tập thể"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.awards import Unit
from extractors.awards.cues import cues_in
from extractors.awards.draft import Draft, Naming
from extractors.awards.status import is_listed
from extractors.reading import Reading

MAX_BULLET = 8
MAX_LINE = 1000
MAX_REST = 24
_HEADED = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?P<who>tập thể|cá nhân|hộ gia đình)\s*:\s*(?P<count>\d{1,3}(?:\.\d{3})*)\W*"
)
_UNITS: dict[str, Unit] = {"tập thể": "collective", "cá nhân": "individual", "hộ gia đình": "household"}


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
    own = replace(naming, drafts=[])
    headed = _HEADED.fullmatch(reading.key, start, min(end, start + MAX_LINE))
    if headed:
        count = int(headed["count"].replace(".", ""))
        return [
            Draft(own, count, _UNITS[headed["who"]], "exact", "award.lined", headed.start("who"), headed.end("count"))
        ]
    cues = cues_in(reading, start, min(end, start + MAX_LINE))
    if not cues or cues[0].unit is None or cues[0].start - start > MAX_BULLET or any(cue.honour for cue in cues):
        return None
    return [
        Draft(own, cue.count or 0, cue.unit, cue.qualifier, "award.lined", cue.start, cue.end)
        for cue in cues
        if cue.unit and not cue.times
    ]
