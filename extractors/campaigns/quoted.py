"""Campaigns named in quotes: those of the register, and candidates that stand where only a campaign's name stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from extractors.campaigns.extent import unknown_name
from extractors.campaigns.grammar import part
from extractors.campaigns.matching import Match, has_name, local_opening, opening, whole
from extractors.campaigns.names import name_book
from extractors.campaigns.naming import Naming, rule_for, trimmed, without_phase
from extractors.campaigns.places import Place
from extractors.campaigns.words import NameWord, words
from extractors.reading import Reading

_MOST_WORDS = 60
_TWO_WORDS = re.compile(r"(?<!\w)\w+\s\w+\s*$")
_CERTAIN = ("exact", "local", "extended", "typo")


def quoted_namings(reading: Reading, places: Sequence[Place]) -> Iterator[Naming]:
    """The campaigns named in quotes, in order."""
    for place in places:
        naming = _naming(reading, place)
        if naming:
            yield naming


def named_again(reading: Reading, places: Sequence[Place], namings: Sequence[Naming]) -> Iterator[Naming]:
    """Quotations that nothing governs, of campaigns that the article names elsewhere."""
    known = {naming.campaign for naming in namings if naming.campaign}
    candidates = {_key_of(reading, naming.start, naming.end) for naming in namings if naming.match is None}
    taken = {naming.start for naming in namings}
    for place in places if namings else ():
        if place.governor == "other" or not place.quote.closed:
            continue
        start, end, phase = without_phase(reading, place.quote.start, place.quote.end)
        if start >= end or start in taken:
            continue
        match = opening(name_book(), words(reading.key, start, end))
        if match and match.end == end and match.form.campaign.id in known:
            yield Naming(start, end, place.quote.after, start, "campaign.named-again", match, phase)
        elif _key_of(reading, start, end) in candidates:
            yield Naming(start, end, place.quote.after, start, "campaign.named-again", None, phase)


def _key_of(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.key for word in words(reading.key, start, end))


def _naming(reading: Reading, place: Place) -> Naming | None:
    start, end, phase = without_phase(reading, place.quote.start, place.quote.end)
    inner = part("full_campaign_noun").match(reading.key, start, end)
    if inner and inner.end() < end:
        place = Place(place.quote, "campaign", inner.start(), close=True)
        start, end = trimmed(reading, inner.end(), end)
    if place.governor == "other":
        return None
    name = list(islice(words(reading.key, start, end), _MOST_WORDS + 1))
    if not name or len(name) > _MOST_WORDS:
        return None
    noun = start if place.noun is None else place.noun
    match = _match(reading, place, name)
    if match:
        end = end if match.end == name[-1].end else match.end
        return Naming(start, end, place.quote.after, noun, rule_for(match, _place_rule(place)), match, phase)
    if _is_candidate(reading, place, name, start, end):
        rule = "campaign.candidate" if place.governor == "campaign" else "campaign.candidate-listed"
        return Naming(start, end, place.quote.after, noun, rule, None, phase)
    return _unclosed(reading, place, start, end)


def _unclosed(reading: Reading, place: Place, start: int, end: int) -> Naming | None:
    """The name right behind a campaign noun and a mark that is never closed: it ends where one without quotes would."""
    if place.quote.closed or place.governor != "campaign" or not place.close or place.noun is None:
        return None
    stop = unknown_name(reading, start, end)
    return Naming(start, stop, stop, place.noun, "campaign.candidate-unclosed") if stop else None


def _match(reading: Reading, place: Place, name: Sequence[NameWord]) -> Match | None:
    book = name_book()
    if place.quote.closed:
        match = _with_noun(reading, place, name) or whole(book, name, reading.text) or _emulating(reading, name)
    else:
        fills = partial(has_name, text=reading.text)
        match = local_opening(book, name, fills) or opening(book, name)
    return match if match and _allowed(match, place) else None


def _with_noun(reading: Reading, place: Place, name: Sequence[NameWord]) -> Match | None:
    """The name as the register has it together with the words before its mark."""
    for at in _heads(reading, place):
        match = opening(name_book(), words(reading.key, at, name[-1].end))
        if match and match.end == name[-1].end:
            return match
    return None


def _emulating(reading: Reading, name: Sequence[NameWord]) -> Match | None:
    """The name behind an emulating verb of its own."""
    return whole(name_book(), name[2:], reading.text) if [word.key for word in name[:2]] == ["thi", "đua"] else None


def _heads(reading: Reading, place: Place) -> Iterator[int]:
    """Where a name may begin that has its first words outside the quotation marks: chiến dịch “Quang Trung”."""
    if place.noun is not None and place.close:
        yield place.noun
    ahead = list(_TWO_WORDS.finditer(reading.key, max(0, place.quote.mark - 24), place.quote.mark))
    if ahead:
        yield ahead[-1].start()


def _allowed(match: Match, place: Place) -> bool:
    if place.governor in ("campaign", "listed"):
        return True
    if match.manner not in _CERTAIN or match.form.needs == "cue_and_quotes":
        return False
    if place.governor == "distant":
        return not match.form.short or match.manner == "exact"
    return match.form.needs != "cue"


def _place_rule(place: Place) -> str:
    if place.governor == "campaign":
        return "campaign.quoted"
    return "campaign.quoted-alone" if place.governor == "none" else "campaign.listed"


def _is_candidate(reading: Reading, place: Place, name: Sequence[NameWord], start: int, end: int) -> bool:
    if place.governor not in ("campaign", "listed") or not place.quote.closed or len(name) < 2:
        return False
    if part("spoken").search(reading.key, start, end):
        return False
    if reading.text[start].isupper() or reading.text[start].isdigit():
        return True
    noun = place.noun or 0
    return place.close and not part("said_to_be").search(reading.key[max(0, noun - 24) : noun])
