"""A total told in one place and its parts in another: "58 điển hình" in the headline, 20 and 38 in the body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.awards.signs import sign
from extractors.awards.told import Told
from extractors.model import Award

_PARTS = frozenset({"collective", "individual"})


def linked(kept: Mapping[int, Told]) -> dict[int, Told]:
    """The same awards with each split total joined to its parts, which take its authority where they have none."""
    joined = dict(kept)
    pairs = list(_pairs(kept))
    for place, one in kept.items():
        if not _may_be_total(one.award):
            continue
        parts = next((pair for pair in pairs if _make(one, [kept[part] for part in pair])), None)
        if parts and place not in parts:
            whole = _over(replace(one.award, unit="both"), [kept[part].award for part in parts])
            joined[place] = replace(one, award=whole)
            for part in parts:
                joined[part] = replace(under(kept[part], whole), whole=place)
    return joined


def _pairs(kept: Mapping[int, Told]) -> Iterator[tuple[int, int]]:
    """The collectives and individuals that one sentence counts of one honour."""
    beside: dict[tuple[int, str, str | None], list[int]] = defaultdict(list)
    for place, one in kept.items():
        if one.award.unit in _PARTS and one.whole is None:
            beside[one.sentence, one.award.award, one.award.rank].append(place)
    for places in beside.values():
        units = [kept[place].award.unit for place in places]
        if len(places) == 2 and len(set(units)) == 2:
            yield places[0], places[1]


def _may_be_total(award: Award) -> bool:
    """Whether a count may be of collectives and individuals together: it says so, or counts examples."""
    if award.unit != "individual":
        return award.unit == "both"
    return sign("exemplars").search(award.span.quote) is not None


def _make(whole: Told, parts: list[Told]) -> bool:
    award = whole.award
    alike = all(part.award.award == award.award and part.award.status == award.status for part in parts)
    return alike and sum(part.award.count for part in parts) == award.count


def _over(whole: Award, parts: list[Award]) -> Award:
    """A total with the authority of its parts, where it names none and they agree."""
    first = parts[0]
    if whole.level or whole.grantor or any(part.level != first.level for part in parts):
        return whole
    return replace(whole, level=first.level, grantor=first.grantor)


def under(part: Told, whole: Award) -> Told:
    """A part with the authority of its total, where it names none and is of the same honour."""
    award = part.award
    if award.level or award.grantor or award.award != whole.award:
        return part
    return replace(part, award=replace(award, level=whole.level, grantor=whole.grantor))
