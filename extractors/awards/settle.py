"""What a sentence's namings come to once it has been read: units of objects, totals and parts, lone winners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.awards.draft import Draft, Naming
from extractors.awards.winners import official_named, winner_after, winner_before
from extractors.model import Official
from extractors.reading import Reading

_CONFERS = re.compile(r"(?:danh hiệu|phong tặng|truy tặng|truy phong|công nhận|phong)(?!\w)")
_CONFERRED = re.compile(r"[^;.]{0,60}?được (?:nhà nước |chủ tịch nước )?(?:phong|truy|công nhận|tặng)")
_LONELY = frozenset({"khen-thuong", "giai-thuong", "huy-hieu", "khac", "van-hoa"})


def settled(reading: Reading, namings: Sequence[Naming], start: int) -> Iterator[Draft]:
    """The counts of a sentence that begins at `start`, in the order in which they were read."""
    for naming in namings:
        if naming.honour.holder and not _confers(reading, naming, start):
            naming.drafts.clear()
            continue
        if naming.objects:
            _settle_objects(naming, naming.objects)
        if naming.honour.family == "huy-hieu" and "đảng" in reading.key[naming.start : naming.start + 48]:
            naming.agent = None
        yield from naming.drafts


def _confers(reading: Reading, naming: Naming, start: int) -> bool:
    clause = reading.key[max(start, naming.start - 70) : naming.end].rpartition(";")[2]
    return bool(_CONFERS.search(clause) or _CONFERRED.match(reading.key, naming.end))


def _settle_objects(naming: Naming, objects: Draft) -> None:
    """Tell what a number of honours counts from the recipients after it."""
    parts = [draft for draft in naming.drafts if draft is not objects]
    if not parts:
        if naming.plain:
            objects.unit = "both" if len(naming.plain) > 1 else next(iter(naming.plain))
            objects.end = max(objects.end, naming.plain_at)
        return
    if sum(part.count for part in parts) == objects.count:
        if len(parts) == 1:
            naming.drafts.remove(objects)
            return
        units = {part.unit for part in parts}
        objects.unit = "both" if len(units) > 1 else units.pop()
        for part in parts:
            part.whole = objects


def winners(reading: Reading, namings: Sequence[Naming], end: int, officials: Sequence[Official]) -> Iterator[Draft]:
    """A count of one for each honour of the sentence that has a lone named winner."""
    for at, naming in enumerate(namings):
        if naming.drafts or naming.recalled or naming.honour.family in _LONELY:
            continue
        until = min([end, *(later.start for later in namings[at + 1 :] if later.start > naming.end)])
        winner = winner_before(reading, naming) if naming.voice == "receive" else winner_after(reading, naming, until)
        if winner is None:
            continue
        name = official_named(officials, winner) if winner.unit == "individual" else None
        unit = naming.honour.recipient or winner.unit if winner.unit == "collective" else winner.unit
        start, stop = min(naming.start, winner.start), max(naming.end, winner.end)
        yield Draft(naming, 1, unit, "exact", "award.winner", start, stop, recipients=(name or winner.name,))
