"""What the ways of finding a campaign have in common: one place where the text names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.campaigns.grammar import part
from extractors.campaigns.matching import Manner, Match
from extractors.reading import Reading

_STRIPPED = " \t\n,.;:!…-–—\"'()[]"
_YEARS = re.compile(r"\d{4}")
_MANNERS: dict[Manner, str] = {
    "local": "campaign.local",
    "extended": "campaign.extended",
    "shortened": "campaign.shortened",
    "typo": "campaign.typo",
    "reworded": "campaign.reworded",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """A campaign named at `[start, end)`; `match` is `None` for one that the register does not know.

    `noun` is where the campaign noun stands that governs it (the name itself where none does), `after` the offset
    behind its closing mark. A `weak` one counts only where the article names the campaign in earnest elsewhere.
    """

    start: int
    end: int
    after: int
    noun: int
    rule: str
    match: Match | None = None
    phase: str | None = None
    weak: bool = False

    @property
    def campaign(self) -> str | None:
        """The register's id."""
        return self.match.form.campaign.id if self.match else None

    @property
    def asks_for_page(self) -> bool:
        """Whether nothing but a page about emulation can vouch for it."""
        alone = self.rule in ("campaign.bare", "campaign.quoted-alone")
        return self.match is not None and self.match.form.needs == "emulation_page" and alone


def rule_for(match: Match, place_rule: str) -> str:
    """The rule that answers for a match: how it was read where that is the weaker point, else where it stands."""
    return _MANNERS.get(match.manner, place_rule)


def trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The bounds without the spaces and punctuation at both ends."""
    while start < end and reading.text[start] in _STRIPPED:
        start += 1
    while end > start and reading.text[end - 1] in _STRIPPED:
        end -= 1
    return start, end


def without_phase(reading: Reading, start: int, end: int) -> tuple[int, int, str | None]:
    """The bounds of a name without the phase at its end, and that phase as `2021-2025` or `2025`."""
    start, end = trimmed(reading, start, end)
    if end > start and not reading.key[end - 1].isdigit():
        return start, end, None
    for match in part("phase").finditer(reading.key, max(start, end - 48), end):
        tail = reading.key[match.end() : end].strip(_STRIPPED)
        if not tail and match.start() > start:
            return *trimmed(reading, start, match.start()), "-".join(_YEARS.findall(match[0]))
    return start, end, None


def with_phase_after(reading: Reading, naming: Naming) -> Naming:
    """The naming with the phase that follows its closing mark, where it has none inside."""
    window = reading.key[naming.after : naming.after + 48]
    match = None if naming.phase else part("phase_after").match(window)
    return replace(naming, phase="-".join(_YEARS.findall(match[0]))) if match else naming
