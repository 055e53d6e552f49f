"""Stretches of text that are taken; whether a new one runs into them is found by bisection."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Taken:
    """A growing set of stretches; those that overlap at first become one."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._stretches: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            if self._stretches and start < self._stretches[-1][1]:
                start, end = self._stretches[-1][0], max(end, self._stretches.pop()[1])
            self._stretches.append((start, end))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with `[start, end)`.

        >>> Taken([(2, 5)]).overlaps(4, 9), Taken([(2, 5)]).overlaps(5, 9)
        (True, False)
        """
        at = bisect_left(self._stretches, (end, end))
        return at > 0 and self._stretches[at - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Take one more stretch."""
        insort(self._stretches, (start, end))
