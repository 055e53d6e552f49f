"""Adds verdicts up to precision, recall and F1 per metric, and to right and wrong per rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.evaluate.verdicts import Verdict

METRICS = (
    "campaigns", "campaign_ids", "campaign_mentions", "officials", "titles", "roles", "meetings", "meeting_kind",
    "meeting_date", "meeting_period", "meeting_place", "meeting_host", "awards", "awards_strict", "shares", "published",
)  # fmt: skip
_FACTS = ("campaigns", "officials", "meetings", "awards", "shares")


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one metric; a ratio over nothing is 1."""

    right: int
    wrong: int
    missed: int

    @property
    def gold(self) -> int:
        """How many the gold facts hold."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what the gold facts hold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figures(verdicts: Iterable[Verdict]) -> dict[str, Figure]:
    """The figure of each metric that was judged, in the guide's order."""
    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.metric, Counter()).update(
            right=verdict.right, wrong=verdict.wrong, missed=verdict.missed
        )
    return {m: Figure(counts[m]["right"], counts[m]["wrong"], counts[m]["missed"]) for m in METRICS if m in counts}


def by_rule(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """For each rule, how many of its facts were right (an optional gold fact counts as right) and how many wrong."""
    counts: dict[str, list[int]] = {}
    for verdict in verdicts:
        if verdict.metric in _FACTS and verdict.found is not None:
            rule = str(verdict.found.get("rule", "no rule"))
            counts.setdefault(rule, [0, 0])[verdict.outcome == "wrong"] += 1
    return {rule: (right, wrong) for rule, (right, wrong) in sorted(counts.items())}
