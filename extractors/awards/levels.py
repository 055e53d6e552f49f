"""The level of an honour: what the law says, else what its name tells, else who gives it."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.awards.authority import Authority, names_province
from extractors.awards.draft import Draft, Naming
from extractors.awards.signs import sign
from extractors.model import AwardLevel
from extractors.reading import Reading

_NATION = "việt nam"
_WITH_MOTTO = frozenset({"ky-niem-chuong", "huy-hieu"})


def granted(draft: Draft) -> tuple[AwardLevel | None, Authority | None]:
    """The level and the authority: what the law says, else the name of the honour, else who gives it or its total."""
    naming = draft.naming
    honour = naming.honour
    authority = naming.of or (None if honour.party else naming.agent)
    whole = draft.whole
    if authority is None and whole and whole is not draft and whole.naming.honour.family == honour.family:
        authority = whole.naming.of or whole.naming.agent
    if naming.shared:
        return None, None
    if honour.level:
        said = authority if authority and authority.level == honour.level else None
        return honour.level, said
    carried = authority is naming.agent and naming.between is None
    if authority and authority.level == "state" and honour.below_state and carried:
        return None, None
    level = authority.level if authority else None
    if authority and level is None and not authority.mixed and naming.agent and authority is not naming.agent:
        level = naming.agent.level
    return level or (None if authority else naming.level), authority


def level_of(reading: Reading, draft: Draft) -> tuple[AwardLevel | None, Authority | None]:
    """The level and the authority, where the motto of a badge tells no other."""
    level, authority = granted(draft)
    motto = level_by_motto(reading, draft.naming)
    return (motto, None) if motto and motto != level else (level, authority)


def read_titles(namings: Sequence[Naming]) -> None:
    """Give titles in a list, of which nobody is said to grant them, the level of the honour before, else after them.

    Only one that the law allows: a district's for "Lao động tiên tiến", a province's for "Tập thể lao động xuất sắc".
    """
    for ordered in (namings, namings[::-1]):
        nearest: dict[AwardLevel, int] = {}
        for at, naming in enumerate(ordered):
            said = naming.honour.level or next((one.level for one in (naming.of, naming.agent) if one), None)
            if said:
                nearest[said] = at
            elif naming.level is None and naming.voice == "give":
                allowed = sorted((level for level in naming.honour.levels if level in nearest), key=nearest.__getitem__)
                naming.level = allowed[-1] if allowed else None


def level_by_motto(reading: Reading, naming: Naming) -> AwardLevel | None:
    """The level that the motto of a badge or medal tells: of a province that it names, or of a central body.

    Where the text itself says whose it is ("Kỷ niệm chương của …") the motto tells nothing; a central body's it is
    where it names the nation, or nobody is said to give it.
    """
    if naming.of or naming.honour.level or naming.honour.family not in _WITH_MOTTO:
        return None
    name = reading.key[naming.at : naming.named or naming.end]
    if not sign("motto_begins").search(name):
        return None
    if sign("provincial").search(name) or names_province(name):
        return "province"
    nationwide = _NATION in name or naming.agent is None
    return "ministry" if naming.honour.central and nationwide else None
