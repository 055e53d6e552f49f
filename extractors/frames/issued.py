"""What the frame of a decision tells of its facts: the issuer grants what no sentence gives to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.awards.authority import Authorities
from extractors.awards.cues import cues_in
from extractors.model import Article, Award, AwardLevel, Block, Document
from extractors.reading import Reading


def granted_by_issuer(awards: Sequence[Award], document: Document | None) -> tuple[Award, ...]:
    """The awards, those that a decision confers without naming who grants them at the level of who issued it."""
    if document is None or document.kind != "decision" or document.issuer is None:
        return tuple(awards)
    level = _level(document)
    return tuple(
        replace(award, level=level) if award.level is award.grantor is None and award.status == "conferred" else award
        for award in awards
    )


def _level(document: Document) -> AwardLevel | None:
    """The level of the issuing body; that of the one above it where its own name tells none."""
    for body in (document.issuer, document.parent):
        level = _level_of(" ".join(body.quote.split())) if body else None
        if level:
            return level
    return None


def _level_of(body: str) -> AwardLevel | None:
    """The level of a body by its name alone, which in a head may run over lines."""
    reading = Reading(Article("", body, (Block(0, len(body), "body"),)))
    authority = Authorities(reading).first(cues_in(reading, 0, len(body)), len(body))
    return authority.level if authority else None
