"""What governs a quotation: a campaign noun, another noun, the list it stands in, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.campaigns.grammar import part, squeezed
from extractors.campaigns.quotes import Quote
from extractors.reading import Reading

Governor = Literal["campaign", "listed", "distant", "other", "none"]
REACH = 260
"""Characters in which a noun can govern a quotation, or one list item can follow another."""
_OTHER_REACH = 60
_MOST_WORDS = 9
_NEAR = 40
"""Characters in which the words of a part that ends right before a mark have room."""
_LIST_REACH = 160
_BULLET = re.compile(r"[\s\-+*•·–—\d.)]*")
_RESUMES = ':;,”"'


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation with what governs it.

    `noun` is where the campaign noun of its list begins, `None` without one; `close` says that nothing but modifiers
    stands between the two.
    """

    quote: Quote
    governor: Governor
    noun: int | None = None
    close: bool = False


def places_of(reading: Reading, quotes: Sequence[Quote]) -> Iterator[Place]:
    """Each quotation in its place, in order."""
    before: Place | None = None
    for quote in quotes:
        start = max(_clause_start(reading, quote.mark), quote.mark - REACH)
        before = _place(reading, quote, start, before if before and before.quote.after > start else None)
        yield before


def _clause_start(reading: Reading, at: int) -> int:
    """Where the sentence begins, or the one that introduces the bullet the quotation stands at."""
    start = reading.sentence_at(at)[0]
    for _ in range(8):
        ahead = reading.text[max(0, start - 8) : start].rstrip()[-1:]
        if not ahead or ahead not in _RESUMES or not _BULLET.fullmatch(reading.text, start, at):
            break
        at, start = start, reading.sentence_at(start - 1)[0]
    return start


def _place(reading: Reading, quote: Quote, start: int, before: Place | None) -> Place:
    segment = _past(before.quote) if before else start
    noun = _last_noun(reading.key, segment, quote.mark)
    if noun is None:
        return _in_list(reading, quote, before) if before else _alone(reading, quote, start)
    if noun.re is part("other_noun"):
        near = quote.mark - noun.end() <= _OTHER_REACH
        return Place(quote, "other" if near else "none")
    return _after_noun(reading, quote, noun)


def _past(quote: Quote) -> int:
    """Where what may govern the next quotation begins; one that was never closed may have swallowed it."""
    return quote.after if quote.closed else quote.start


def _last_noun(key: str, start: int, end: int) -> re.Match[str] | None:
    """The last campaign noun or other noun before the mark; the longer of two that overlap."""
    last: re.Match[str] | None = None
    for name in ("campaign_noun_apart", "other_noun"):
        for match in part(name).finditer(key, start, end):
            if last is None or match.end() > last.end() or match.start() < last.start() <= match.end() <= last.end():
                last = match
    return last


def _after_noun(reading: Reading, quote: Quote, noun: re.Match[str]) -> Place:
    gap = squeezed(reading.key[noun.end() : quote.mark])
    if part("modifier").fullmatch(gap):
        return Place(quote, "campaign", noun.start(), close=True)
    if _ends_in("other_near", gap.rstrip(" :,-")):
        return Place(quote, "other")
    governed = ";" not in gap and not noun[0].startswith("thi") and _introduces(gap)
    return Place(quote, "campaign" if governed else "distant", noun.start())


def _introduces(gap: str) -> bool:
    """Whether what stands between noun and mark names what follows, and does not say something about it."""
    if len(gap) <= _LIST_REACH and part("examples").search(gap):
        return not part("speech").search(gap)
    if part("statement").search(gap):
        return False
    introduced = part("introducer").search(gap)
    listing = introduced is not None and bool(introduced[0].strip()) and len(gap) <= _LIST_REACH
    return listing or (len(gap.split()) <= _MOST_WORDS and gap.count(",") <= 1)


def _in_list(reading: Reading, quote: Quote, before: Place) -> Place:
    between = _between(reading, before.quote, quote)
    if _ends_in("other_near", between.rstrip(" :,-")):
        return Place(quote, "other")
    listed = part("between").match(between)
    if before.governor in ("campaign", "listed"):
        return Place(quote, "listed" if listed else "distant", before.noun)
    if before.governor == "distant":
        return Place(quote, "distant", before.noun)
    return Place(quote, before.governor if listed else "none", before.noun)


def _between(reading: Reading, one: Quote, other: Quote) -> str:
    """What separates two quotations, with the comma that the first may have swallowed."""
    inside = reading.key[max(one.start, one.end - 2) : one.end].strip()
    swallowed = inside[-1:] if inside[-1:] in (",", ";") else ""
    return squeezed(swallowed + reading.key[one.after : other.mark])


def _alone(reading: Reading, quote: Quote, start: int) -> Place:
    ahead = squeezed(reading.key[start : quote.mark]).rstrip(" :,-")
    if _ends_in("other_near", ahead):
        return Place(quote, "other")
    doing = _ends_in("doing", ahead)
    return Place(quote, "distant" if doing else "none", quote.mark if doing else None)


def _ends_in(name: str, ahead: str) -> bool:
    """Whether words of a part stand at the end of what stands before a mark."""
    return part(name).search(ahead, max(0, len(ahead) - _NEAR)) is not None
