"""How sure the alarms are, on made-up sources: `python -m tests.pipeline.coverage.simulate [SEED [JUMPINESS]]`.

A hundred sources of 0.3 to 60 articles a day, fewer at weekends, little for a week of Tết and on three single holidays.
Their counts are Poisson; JUMPINESS is the squared coefficient of variation of what a night gives beside that (0.15: it
jumps by 39 % from night to night). Prints the alarms over 200 nights in which nothing is wrong, then after how many
nights a source that falls silent is found, by its articles a day.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import median

from pipeline.coverage.alarms import alarms_of
from pipeline.coverage.model import Watched
from pipeline.coverage.rules import load_rules
from tests.pipeline.coverage.histories import Row, observed, watched_of

START = date(2026, 1, 1)
NIGHTS = 240
FIRST = 40
RATES = (0.3, 1, 2, 5, 12, 30, 60)
HOLIDAYS = {date(2026, 2, 14) + timedelta(days=n): 0.12 for n in range(9)} | dict.fromkeys(
    (date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1)), 0.3
)


def rows_of(source_id: str, rate: float, jumpiness: float, chance: Random) -> Iterator[Row]:
    """The nights of one source."""
    for n in range(NIGHTS):
        day = START + timedelta(days=n)
        mean = rate * (0.4 if day.isoweekday() > 5 else 1) * HOLIDAYS.get(day, 1)
        mean *= chance.gammavariate(1 / jumpiness, jumpiness) if jumpiness else 1
        got = round(max(0.0, chance.gauss(mean, mean**0.5))) if mean > 30 else poisson(mean, chance)
        dated = sum(chance.random() < 0.93 for _ in range(got))
        yield observed(source_id, day, {"got": got, "with_date": dated})


def poisson(mean: float, chance: Random) -> int:
    """A Poisson number: how many waits of an exponential kind fit into a night."""
    count, left = 0, mean - chance.expovariate(1)
    while left > 0:
        count, left = count + 1, left - chance.expovariate(1)
    return count


def alarming(sources: Sequence[Watched], night: int) -> set[tuple[str, str | None]]:
    """The alarms as of a night, by rule and source."""
    window = load_rules().window.days
    seen = [replace(source, days=source.days[max(0, night + 1 - window) : night + 1]) for source in sources]
    return {(alarm.rule, alarm.source_id) for alarm in alarms_of(seen, START + timedelta(days=night), load_rules())}


def false_alarms(sources: Sequence[Watched]) -> Counter[str]:
    """How many alarms begin, by rule, where nothing is wrong."""
    begun: Counter[str] = Counter()
    before: set[tuple[str, str | None]] = set()
    for night in range(FIRST, NIGHTS):
        now = alarming(sources, night)
        begun.update(rule for rule, _ in now - before)
        before = now
    return begun


def nights_to_alarm(source: Watched, dies: int = NIGHTS - FIRST) -> int:
    """After how many nights of silence a source is found; one more than there are where it is not."""
    days = tuple(replace(day, got=0, pages=0, articles=0) if n >= dies else day for n, day in enumerate(source.days))
    dead = [replace(source, days=days)]
    found = (
        n for n in range(dies, NIGHTS) if {rule for rule, _ in alarming(dead, n)} & {"silent", "dried_up", "far_less"}
    )
    return next(found, NIGHTS) - dies + 1


def main(seed: int = 1, jumpiness: float = 0.0) -> None:
    """Print the figures."""
    chance = Random(seed)
    rates = {f"nguon-{n}": chance.choice(RATES) for n in range(100)}
    rows = [row for source_id, rate in rates.items() for row in rows_of(source_id, rate, jumpiness, chance)]
    sources = watched_of(rows, days=NIGHTS)
    print("alarms without a cause:", dict(false_alarms(sources)))  # noqa: T201
    delays: defaultdict[float, list[int]] = defaultdict(list)
    for source in sources:
        delays[rates[source.source_id]].append(nights_to_alarm(source))
    for rate, nights in sorted(delays.items()):
        print(f"{rate:g} a day: median {median(nights):g}, longest {max(nights)} ({len(nights)} sources)")  # noqa: T201


if __name__ == "__main__":
    main(*(kind(word) for kind, word in zip((int, float), sys.argv[1:], strict=False)))
