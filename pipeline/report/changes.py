"""What has changed since an earlier page, count by count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.report.figures import Counts, Figures

MEASURES = ("mentions", "articles", "stories")
_NOT_ADDED = "statistic|"
"""Pages once added up statistics too, over periods and provinces; such sums are not compared."""
_NONE = Counts(name="", mentions=0, articles=0, stories=0)


@dataclass(frozen=True, slots=True)
class Change:
    """A count that was and is."""

    before: int
    now: int

    @property
    def by(self) -> int:
        """The difference."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class CampaignChange:
    """A campaign whose counts differ; `state` is new, gone or changed."""

    campaign_id: str
    name: str
    state: str
    measures: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class AwardChange:
    """A total of honours that differs: status, kind, rank, level and unit."""

    key: tuple[str, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences between two pages, the largest first, and what else differs: code, registers."""

    before: Figures
    same_snapshot: bool
    same_code: bool
    same_registers: bool
    looked_at: dict[str, Change]
    campaigns: tuple[CampaignChange, ...]
    awards: tuple[AwardChange, ...]


def changes(before: Figures, now: Figures) -> Changes:
    """Compare the figures of two pages."""
    return Changes(
        before,
        before.content_hash is not None and before.content_hash == now.content_hash,
        before.code_version == now.code_version,
        before.register_hash == now.register_hash,
        {name: Change(before.looked_at.get(name, 0), value) for name, value in now.looked_at.items()},
        tuple(_campaigns(before, now)),
        tuple(_awards(before.awards, now.awards)),
    )


def _campaigns(before: Figures, now: Figures) -> Iterable[CampaignChange]:
    comparable = set(before.campaigns) | set(now.campaigns)
    if not (before.complete and now.complete):
        comparable = set(before.campaigns) & set(now.campaigns)
    found = [_campaign(name, before.campaigns.get(name), now.campaigns.get(name)) for name in comparable]
    differing = (change for change in found if any(measure.by for measure in change.measures))
    return sorted(differing, key=lambda c: (-abs(c.measures[1].by), -abs(c.measures[0].by), c.campaign_id))


def _campaign(campaign_id: str, before: Counts | None, now: Counts | None) -> CampaignChange:
    state = "new" if before is None else "gone" if now is None else "changed"
    was, is_ = before or _NONE, now or _NONE
    measures = tuple(Change(getattr(was, name), getattr(is_, name)) for name in MEASURES)
    return CampaignChange(campaign_id, (now or was).name, state, measures)


def _awards(before: Mapping[str, int], now: Mapping[str, int]) -> Iterable[AwardChange]:
    keys = {key for key in {*before, *now} if not key.startswith(_NOT_ADDED)}
    found = [AwardChange(tuple(key.split("|")), Change(before.get(key, 0), now.get(key, 0))) for key in keys]
    differing = (change for change in found if change.change.by)
    return sorted(differing, key=lambda a: (-abs(a.change.by), a.key))
