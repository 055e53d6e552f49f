"""Every telling of a meeting: a noun with its name, and the date, place, host and verb of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.dates.model import DateMention
from extractors.meetings.heads import heads_of
from extractors.meetings.hosts import host_after, host_before
from extractors.meetings.model import Bounds, Head, Telling
from extractors.meetings.opening import is_headline
from extractors.meetings.places import place_of
from extractors.meetings.words import pattern, rule_pattern
from extractors.reading import Reading

_RULES = ("organised", "by-host", "held", "opened", "attended", "told-at", "captioned")
_DATE_BEHIND = {"by-host", "held", "told-at", "attended", None}
_PLANNED = r"(?<!\w){planned}(?!\w)[^,.;]{0,60}$"
_ITEM = r"[*•+-] ?(?=\w)"
_BEFORE = 110
_REACH = 220
_NEAR = 70
_FAR = 600
# A page that speaks of more meetings than this is a list or a mistake; reading on would cost time and tell nothing.
_MOST = 400


def tellings_of(reading: Reading, lead: Sequence[Bounds], dates: Sequence[DateMention]) -> list[Telling]:
    """Every telling of the article, in order."""
    events = [d for d in dates if d.role == "event"]
    return list(islice(_tellings(reading, set(lead), events), _MOST))


def _tellings(reading: Reading, lead: set[Bounds], events: list[DateMention]) -> Iterator[Telling]:
    starts = [d.start for d in events]
    for head, sentence in heads_of(reading):
        first = bisect_left(starts, max(sentence[0], head.start - _FAR))
        last = bisect_left(starts, min(sentence[1], head.end + _REACH))
        yield _telling(reading, head, sentence, events[first:last], leads=sentence in lead)


def _telling(reading: Reading, head: Head, sentence: Bounds, dates: list[DateMention], *, leads: bool) -> Telling:
    key, (start, end) = reading.key, sentence
    before, after = key[max(start, head.start - _BEFORE) : head.start], key[head.end : min(end, head.end + _REACH)]
    rule = next((name for name in _RULES if _satisfies(name, before, after)), None)
    host = _host(reading, rule, head, sentence)
    block = reading.block_at(head.start)
    item = pattern(_ITEM).match(key, block.start)
    clause = item.end() if item and start == block.start else start
    return Telling(
        head=head,
        topic=frozenset(key[head.noun_end : head.end].replace('"', "").split()),
        sentence=sentence,
        lead=leads or block.role == "lead" or is_headline(reading, head.start),
        rule=f"meeting.{rule}" if rule else None,
        dates=_own_dates(head, rule, dates),
        place=place_of(reading, sentence, head, host) if rule or head.named else None,
        host=host,
        planned=bool(pattern(_PLANNED).search(before) or pattern(" {to_come}").match(after)),
        former=bool(pattern(r"(?<!\w){formerly}(?!\w)").search(key, max(start, head.start - _REACH), head.start)),
        same_day=bool(pattern("{same_day}").match(key, clause, head.start)),
        item=item is not None,
    )


def _satisfies(rule: str, before: str, after: str) -> bool:
    told = rule_pattern(rule)
    return bool(told.match(after) if told.pattern.startswith("^") else told.search(before))


def _host(reading: Reading, rule: str | None, head: Head, sentence: Bounds) -> Bounds | None:
    if rule not in {"organised", "opened"}:
        return host_after(reading, head.end, sentence[1])
    verb = rule_pattern(rule).search(reading.key, max(sentence[0], head.start - _BEFORE), head.start)
    return host_before(reading, sentence[0], verb.start()) if verb else None


def _own_dates(head: Head, rule: str | None, dates: list[DateMention]) -> tuple[DateMention, ...]:
    """The dates that may be this meeting's, the likeliest first: before the verb, or right behind the name."""
    before = [d for d in reversed(dates) if d.start < head.start]
    reach = head.end + (_REACH if rule in {"by-host", "held"} else _NEAR)
    behind = [d for d in dates if head.end - 1 <= d.start <= reach]
    return (*behind, *before) if rule in _DATE_BEHIND else (*before, *behind)
