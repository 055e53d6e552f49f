"""Finds the campaigns that an article names: in quotes, after a campaign noun, and by names that can mean nothing else.

First what stands in quotes, since quotes say where a name begins and ends; then names after a campaign noun; then long
names anywhere. What a nearer reading has taken, a later one leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.campaigns.bare import bare
from extractors.campaigns.grammar import confidence, standing
from extractors.campaigns.naming import Naming, with_phase_after
from extractors.campaigns.parts import with_parts_joined
from extractors.campaigns.places import Place, places_of
from extractors.campaigns.quoted import named_again, quoted_namings
from extractors.campaigns.quotes import quotes_of
from extractors.campaigns.repeats import counted
from extractors.campaigns.surroundings import owners_of, status_of
from extractors.campaigns.taken import Taken
from extractors.campaigns.unquoted import after_nouns
from extractors.model import CampaignMention
from extractors.reading import Reading

_MARKS = re.compile('["“”„«»]')
_GENERIC = "thi-dua-yeu-nuoc"


def find_campaigns(reading: Reading) -> tuple[CampaignMention, ...]:
    """Every place where the text names a campaign, in order; one that is not `counted` merely repeats another."""
    namings = _namings(reading)
    owners = owners_of(reading, namings)
    counts = counted(reading, namings)
    named = [
        replace(_mention(reading, naming, owner), counted=count)
        for naming, owner, count in zip(namings, owners, counts, strict=True)
    ]
    return tuple(sorted([*named, *_generic(reading, namings)], key=lambda mention: mention.span.start))


def _namings(reading: Reading) -> list[Naming]:
    places = list(places_of(reading, list(with_parts_joined(reading, quotes_of(reading)))))
    found = list(quoted_namings(reading, places))
    found += _free(found, after_nouns(reading))
    found += _free(found, _outside(places, bare(reading, _taken(found))))
    found = list(_believed(reading, found))
    found += _free(found, list(named_again(reading, places, found)))
    return sorted((with_phase_after(reading, naming) for naming in found), key=lambda naming: naming.start)


def _believed(reading: Reading, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Weak namings only of a campaign named in earnest; candidates and what asks for it on a page about emulation."""
    earnest = {naming.campaign for naming in namings if not naming.weak and not naming.asks_for_page} - {None}
    about_emulation = bool(earnest) or next(standing(reading, "emulation"), None) is not None
    for naming in namings:
        on_its_page = naming.match is None or naming.asks_for_page
        if about_emulation if on_its_page else naming.campaign in earnest:
            yield naming


def _free(taken: Sequence[Naming], namings: Iterable[Naming]) -> Iterator[Naming]:
    """The namings that overlap none before them."""
    kept = _taken(taken)
    for naming in namings:
        if not kept.overlaps(naming.start, naming.end):
            kept.add(naming.start, naming.end)
            yield naming


def _taken(namings: Iterable[Naming]) -> Taken:
    return Taken((naming.start, naming.end) for naming in namings)


def _outside(places: Sequence[Place], namings: Iterable[Naming]) -> Iterator[Naming]:
    """The namings that do not stand in the quoted name of something else."""
    others = [place.quote for place in places if place.governor == "other" and place.quote.closed]
    names = Taken((quote.start, quote.end) for quote in others)
    return (naming for naming in namings if not names.overlaps(naming.start, naming.end))


def _mention(reading: Reading, naming: Naming, owner: str | None) -> CampaignMention:
    span = reading.span(naming.start, naming.end)
    local = naming.match is not None and naming.match.manner == "local"
    return CampaignMention(
        span=span,
        campaign=naming.campaign,
        name=_MARKS.sub("", span.quote),
        rule=naming.rule,
        confidence=confidence(naming.rule),
        owner=owner,
        status=status_of(reading, naming),
        local_name=span.quote if local else None,
        phase=naming.phase,
    )


def _generic(reading: Reading, namings: Sequence[Naming]) -> Iterator[CampaignMention]:
    """The patriotic emulation movement as such, where no named campaign follows."""
    named = Taken((naming.noun, naming.end) for naming in namings)
    for match in standing(reading, "generic"):
        if not named.overlaps(match.start(), match.end() + 8):
            start, end = match.span("drive" if match["drive"] else 0)
            rule = "campaign.generic"
            status = status_of(reading, Naming(start, end, end, start, rule))
            span = reading.span(start, end)
            yield CampaignMention(span, _GENERIC, span.quote, rule, confidence(rule), status=status)
