"""Counts on lines of their own under a line that names the honour: "tặng Bằng khen cho:", "- 12 tập thể"."""

from __future__ import annotations

from dataclasses import replace

from extractors.awards.cues import cues_in
from extractors.awards.draft import Draft, Naming
from extractors.awards.signs import sign
from extractors.awards.status import is_listed
from extractors.awards.vocabulary import units
from extractors.reading import Reading

MAX_BULLET = 8
MAX_LINE = 1000
MAX_REST = 24


def opens_list(reading: Reading, naming: Naming | None, end: int) -> bool:
    """Whether a sentence that ends at `end` leaves open how many receive the honour, so that counts may follow.

    It breaks off after the honour, gives it to "các tập thể, cá nhân", or to a number of both together.
    """
    if naming is None:
        return False
    if naming.drafts:
        return naming.drafts[-1].unit == "both"
    rest = reading.key[naming.end : min(end, naming.end + MAX_LINE)].rstrip()
    return (rest.endswith(":") and len(rest) < MAX_REST) or sign("to_many").match(rest) is not None


def counts_on_line(reading: Reading, naming: Naming, start: int, end: int) -> list[Draft] | None:
    """The counts of one line of the list, or of a sentence that tells the parts: "Trong đó, có 12 tập thể, …".

    `None` where the line is none of it, so that the list is over.
    """
    parts = sign("tells_parts").match(reading.key, start, end)
    if not parts and (naming.drafts or not _is_open(reading, naming) or not is_listed(reading.key, start)):
        return None
    listed = _counts(reading, naming, parts.end() if parts else start, end)
    if listed and naming.drafts and sum(draft.count for draft in listed) != naming.drafts[-1].count:
        return None
    return listed


def _is_open(reading: Reading, naming: Naming) -> bool:
    """Whether the line of the honour breaks off behind it."""
    return reading.key[naming.end : naming.end + MAX_REST].partition("\n")[0].rstrip().endswith(":")


def _counts(reading: Reading, naming: Naming, start: int, end: int) -> list[Draft] | None:
    own = replace(naming, drafts=[])
    headed = sign("headed_count").fullmatch(reading.key, start, min(end, start + MAX_LINE))
    if headed:
        count, unit = int(headed["count"].replace(".", "")), units()[headed["who"]]
        return [Draft(own, count, unit, "exact", "award.lined", headed.start("who"), headed.end("count"))]
    cues = cues_in(reading, start, min(end, start + MAX_LINE))
    if not cues or cues[0].unit is None or cues[0].start - start > MAX_BULLET or any(cue.honour for cue in cues):
        return None
    return [
        Draft(own, cue.count or 0, cue.unit, cue.qualifier, "award.lined", cue.start, cue.end)
        for cue in cues
        if cue.unit and not cue.times
    ]
