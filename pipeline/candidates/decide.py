"""Decides about a candidate: it is a campaign, another name of one, or none; the next build acts on it.

A decision is about the spellings that the candidate has that day. Deciding the same again changes nothing; the latest
decision about a spelling is in force, and `undo` makes it a candidate again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from corpus.campaigns import CampaignKind, load_campaigns
from pipeline.candidates.decision import Decision, Deed, candidate_id, log_path
from pipeline.candidates.listing import Candidate, candidate, unknown
from pipeline.candidates.register_row import register_row
from pipeline.errors import ThiduaError
from pipeline.lock import exclusive
from pipeline.review.log import append, read_log
from pipeline.settings import Settings


class DecisionError(ThiduaError):
    """A decision that cannot be: the id is taken or unknown, or there is nothing to undo."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What is decided now; `is_new` is false where it was decided so before. `row` is for the register."""

    decision: Decision
    is_new: bool
    row: str | None = None


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a decision is about: a name, the ids of its spellings, its other spellings, where it was first seen."""

    name: str
    candidates: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    seen: str | None = None


def accept(
    settings: Settings, name: str, campaign_id: str, *, kind: CampaignKind, owner: str | None, reviewer: str
) -> Decided:
    """Make a candidate a campaign of its own."""
    with exclusive(settings.reviews_dir):
        log = _log(settings)
        about = _subject(settings, log, name)
        told = _told("accept", about, reviewer, campaign_id=campaign_id, kind=kind, owner=owner)
        try:
            row = register_row(told, about.aliases, about.seen)
        except ValidationError as error:
            why = f"the register would refuse it ({error.errors()[0]['msg'].lower()})"
            raise DecisionError(f"campaign {campaign_id!r}", why, "an id is like nong-thon-moi") from error
        others = {c for c, accepted in _accepted(log).items() if accepted == campaign_id} - set(about.candidates)
        if campaign_id in _registered() or others:
            next_step = f'give another, or: thidua campaigns merge "{about.name}" --into {campaign_id}'
            raise DecisionError(f"campaign {campaign_id!r}", "that id is taken", next_step)
        return Decided(told, _write(settings, log, told), row)


def merge(settings: Settings, name: str, into: str, *, reviewer: str) -> Decided:
    """Make a candidate another name of a campaign that is known."""
    with exclusive(settings.reviews_dir):
        log = _log(settings)
        about = _subject(settings, log, name)
        accepted = {campaign for c, campaign in _accepted(log).items() if c not in about.candidates}
        if into not in _registered() | accepted:
            why = "neither in the register nor accepted"
            raise DecisionError(f"campaign {into!r}", why, "give the id of a campaign that is known")
        told = _told("merge", about, reviewer, campaign_id=into)
        return Decided(told, _write(settings, log, told))


def reject(settings: Settings, name: str, *, because: str, reviewer: str) -> Decided:
    """Say that a candidate is no campaign; its mentions do not count."""
    with exclusive(settings.reviews_dir):
        log = _log(settings)
        told = _told("reject", _subject(settings, log, name), reviewer, because=because)
        return Decided(told, _write(settings, log, told))


def undo(settings: Settings, name: str, *, reviewer: str) -> Decided:
    """Take back what is in force about a name: it is a candidate again."""
    with exclusive(settings.reviews_dir):
        log = _log(settings)
        latest = _in_force(log).get(candidate_id(name))
        if latest is None:
            raise DecisionError(f"candidate {name!r}", "nothing is decided about it", "give the name as it was decided")
        told = _told("undo", _Subject(latest.name, latest.candidates), reviewer)
        return Decided(told, _write(settings, log, told))


def _subject(settings: Settings, log: Sequence[Decision], name: str) -> _Subject:
    """What is decided on already, else a candidate of the published warehouse, else what was decided on once."""
    sought = candidate_id(name)
    in_force = _in_force(log).get(sought)
    found = None if in_force else candidate(settings.warehouse_path, sought)
    if found:
        return _Subject(found.name, found.spellings, found.other_spellings, _seen(found))
    earlier = in_force or _latest(log).get(sought)
    if earlier is None:
        raise unknown(settings.warehouse_path, sought)
    return _Subject(earlier.name, earlier.candidates)


def _seen(found: Candidate) -> str:
    return " ".join(part for part in ("first seen", found.first_seen or "undated", found.examples[0].url) if part)


def _told(deed: Deed, about: _Subject, reviewer: str, **more: Any) -> Decision:
    at = datetime.now(UTC).replace(microsecond=0)
    return Decision(
        decision=deed, name=about.name, candidates=about.candidates, reviewer=" ".join(reviewer.split()), at=at, **more
    )


def _write(settings: Settings, log: Iterable[Decision], told: Decision) -> bool:
    """Whether it was new."""
    latest = _latest(log)
    if all(told.repeats(latest.get(each)) for each in told.candidates):
        return False
    append(log_path(settings.reviews_dir), [told])
    return True


def _log(settings: Settings) -> list[Decision]:
    return read_log(log_path(settings.reviews_dir), Decision)


def _latest(log: Iterable[Decision]) -> dict[str, Decision]:
    return {each: told for told in log for each in told.candidates}


def _in_force(log: Iterable[Decision]) -> dict[str, Decision]:
    return {each: told for each, told in _latest(log).items() if told.decision != "undo"}


def _accepted(log: Iterable[Decision]) -> dict[str, str | None]:
    return {each: told.campaign_id for each, told in _in_force(log).items() if told.decision == "accept"}


def _registered() -> set[str]:
    return {campaign.id for campaign in load_campaigns().campaigns}
