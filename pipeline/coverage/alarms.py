"""What is wrong with the sources: each rule of `alarms.toml` as a function over the days of a source, or of all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, pairwise, takewhile

from pipeline.coverage.model import Alarm, Day, Value, Watched
from pipeline.coverage.rules import Rules

Limits = dict[str, float]
Found = dict[str, Value]
_STILL_ASKED_DAYS = 7
"""A source that was not asked for so long was taken off, and does not alarm."""
_FEWEST_BASELINE_PAGES = 30
_NIGHTS_OF_A_BASELINE = 7


def alarms_of(sources: Sequence[Watched], today: date, rules: Rules) -> tuple[Alarm, ...]:
    """Every alarm as of that day, those about all sources first."""
    last = last_run(sources)
    if last is None:
        return ()
    asked = [source for source in sources if _still_asked(source, last)]
    return (*_of_all(asked, last, today, rules), *(alarm for source in asked for alarm in _of_one(source, last, rules)))


def last_run(sources: Iterable[Watched]) -> date | None:
    """The last day on which any source was asked."""
    return max((day.day for source in sources for day in source.days if day.state != "not_run"), default=None)


def _of_all(sources: Sequence[Watched], last: date, today: date, rules: Rules) -> Iterator[Alarm]:
    missed = (today - last).days
    if missed >= rules.limits("no_run")["days"]:
        yield Alarm("no_run", None, None, today, _values(days=missed, since=last))
    common = min((day.common for source in sources for day in source.days if day.day == last), default=1.0)
    if common < rules.limits("together")["share"]:
        yield Alarm("together", None, None, last, _values(percent=100 * common))


def _of_one(source: Watched, last: date, rules: Rules) -> Iterator[Alarm]:
    for names in _RULES:
        for name in names:
            found = _JUDGES[name](source, rules.limits(name))
            if found is not None:
                yield Alarm(name, source.source_id, source.name, last, _values(**found))
                break


def _still_asked(source: Watched, last: date) -> bool:
    return any(day.state != "not_run" and (last - day.day).days < _STILL_ASKED_DAYS for day in source.days)


def _silent(source: Watched, limits: Limits) -> Found | None:
    quiet = _quiet(source)
    missed = sum(day.fair for day in quiet)
    if missed < limits["expected"]:
        return None
    return {"nights": len(quiet), "expected": round(missed), "since": quiet[-1].day}


def _dried_up(source: Watched, limits: Limits) -> Found | None:
    quiet, longest = len(_quiet(source)), _longest_silence(source)
    if longest is None or quiet < limits["nights"] or quiet <= limits["times"] * longest:
        return None
    return {"nights": quiet, "longest": longest, "since": _quiet(source)[-1].day}


def _far_less(source: Watched, limits: Limits) -> Found | None:
    nights = source.last(len(source.days))
    for count in range(1, int(limits["nights"]) + 1):
        stretches = _stretches(nights, count)
        got, fair = stretches[0] if stretches else (0, 0.0)
        earlier = stretches[int(limits["recent"]) :]
        was_as_poor = any(before * fair <= got * fair_before for before, fair_before in earlier if fair_before)
        if fair >= limits["expected"] and got < limits["share"] * fair and not was_as_poor:
            return {"nights": count, "got": got, "expected": round(fair), "percent": 100 * got / fair}
    return None


def _stretches(nights: Sequence[Day], count: int) -> list[tuple[int, float]]:
    """What each stretch of so many nights gave, and could be expected to give; the newest first."""
    whole = (nights[at : at + count] for at in range(len(nights) - count + 1))
    return [(sum(day.got or 0 for day in own), sum(day.fair for day in own)) for own in whole]


def _no_title(source: Watched, limits: Limits) -> Found | None:
    nights = [(day.with_title, day.articles) for day in reversed(source.days)]
    return _shown(_fallen(nights, limits), (day.page_without_title for day in reversed(source.days)))


def _no_date(source: Watched, limits: Limits) -> Found | None:
    nights = [(day.with_date, day.articles) for day in reversed(source.days)]
    return _shown(_fallen(nights, limits), (day.page_without_date for day in reversed(source.days)))


def _no_body(source: Watched, limits: Limits) -> Found | None:
    nights = [(day.with_body, day.pages) for day in reversed(source.days)]
    return _shown(_fallen(nights, limits), (day.page_without_body for day in reversed(source.days)))


def _shown(found: Found | None, examples: Iterable[str | None]) -> Found | None:
    """What was found, with the newest page that shows it."""
    return found and {**found, "page": next((page for page in examples if page), "")}


def _turned_away(source: Watched, limits: Limits) -> Found | None:
    let_in = [(day.asked - day.turned_away, day.asked) for day in reversed(source.days)]
    found = _fallen(let_in, limits)
    return found and {**found, "now": 100 - float(str(found["now"])), "before": 100 - float(str(found["before"]))}


def _disallowed(source: Watched, limits: Limits) -> Found | None:
    return _shut(source, "disallowed", limits)


def _unanswered(source: Watched, limits: Limits) -> Found | None:
    return _shut(source, "unanswered", limits)


def _shut(source: Watched, state: str, limits: Limits) -> Found | None:
    """Nights in a row that ended so, after others on which the source answered."""
    asked = [day for day in reversed(source.days) if day.state != "not_run"]
    shut = list(takewhile(lambda day: day.state == state, asked))
    if len(shut) < limits["nights"] or not any(day.looked for day in asked):
        return None
    return {"nights": len(shut), "since": shut[-1].day}


def _fallen(nights: Sequence[tuple[int, int]], limits: Limits) -> Found | None:
    """Whether the newest pages have something far more seldom than the older ones; `nights` are part and whole."""
    told = [(part, whole) for part, whole in nights if whole]
    count = _enough(told, limits)
    if count is None:
        return None
    part, whole = _sums(told[:count])
    part_before, whole_before = _sums(told[max(count, int(limits["nights"])) :])
    if whole_before < _FEWEST_BASELINE_PAGES or len(told) - count < _NIGHTS_OF_A_BASELINE:
        return None
    rate, before = part / whole, part_before / whole_before
    chance = _chance(part, whole, (part_before + 1) / (whole_before + 2))
    if 100 * (before - rate) < limits["points"] or chance > limits["chance"]:
        return None
    return {"now": 100 * rate, "before": 100 * before, "pages": whole}


def _chance(most: int, of: int, rate: float) -> float:
    """How likely it is that at most so many of so many pages have what a page has at this rate (binomial).

    >>> round(_chance(1, 3, 0.5), 3)
    0.5
    """
    some, others = math.log(rate), math.log1p(-rate)
    ways = (math.lgamma(of + 1) - math.lgamma(n + 1) - math.lgamma(of - n + 1) for n in range(most + 1))
    return sum(math.exp(way + n * some + (of - n) * others) for n, way in enumerate(ways))


def _enough(told: Sequence[tuple[int, int]], limits: Limits) -> int | None:
    """How many of the newest nights make enough pages to judge by."""
    sums = accumulate(whole for _, whole in told[: int(limits["nights"])])
    return next((count for count, pages in enumerate(sums, 1) if pages >= limits["pages"]), None)


def _sums(told: Iterable[tuple[int, int]]) -> tuple[int, int]:
    told = tuple(told)
    return sum(part for part, _ in told), sum(whole for _, whole in told)


def _quiet(source: Watched) -> list[Day]:
    """The nights since the source last gave anything, the newest first."""
    return list(takewhile(lambda day: not day.got, source.last(len(source.days))))


def _longest_silence(source: Watched) -> int | None:
    """The most nights without anything between two that gave something; None where there are no two."""
    looked = [day for day in source.days if day.looked]
    gave = [at for at, day in enumerate(looked) if day.got]
    return max((later - earlier - 1 for earlier, later in pairwise(gave)), default=None)


def _values(**found: Value) -> tuple[tuple[str, Value], ...]:
    return tuple(found.items())


_RULES = (
    ("disallowed", "unanswered", "silent", "dried_up", "far_less"),
    ("turned_away",),
    ("no_body",),
    ("no_title",),
    ("no_date",),
)
"""Rules in families: of each family a source gives the first alarm only."""
_JUDGES = {
    "silent": _silent,
    "dried_up": _dried_up,
    "far_less": _far_less,
    "no_title": _no_title,
    "no_date": _no_date,
    "no_body": _no_body,
    "turned_away": _turned_away,
    "disallowed": _disallowed,
    "unanswered": _unanswered,
}
