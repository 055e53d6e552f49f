"""CPU time of one core, taken so that other work on the machine changes it little."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import TypeVar

T = TypeVar("T")
ROUNDS = 3
"""How often a piece of work is done; the fastest time counts, the others had company."""


@dataclass(frozen=True, slots=True)
class Stage:
    """CPU seconds of one stage: one figure for each page, or one for the whole batch of `pages`."""

    name: str
    seconds: tuple[float, ...]
    pages: int
    syllables: int

    @property
    def total(self) -> float:
        """Seconds over all pages."""
        return sum(self.seconds)


def timed(work: Callable[[], T], rounds: int = ROUNDS) -> tuple[float, T]:
    """The fewest CPU seconds that the work took, and what came of it."""
    best, result = _once(work)
    for _ in range(rounds - 1):
        seconds, result = _once(work)
        best = min(best, seconds)
    return best, result


def raced(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """The fewest CPU seconds of each of two ways to do one thing, taken in turns: a slow moment hits both."""
    laps = [(_once(ours)[0], _once(theirs)[0]) for _ in range(rounds)]
    return min(own for own, _ in laps), min(other for _, other in laps)


def peak_mib() -> float:
    """The highest resident memory of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def _once(work: Callable[[], T]) -> tuple[float, T]:
    begun = process_time()
    result = work()
    return process_time() - begun, result
