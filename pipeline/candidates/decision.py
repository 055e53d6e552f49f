"""A decision about a candidate, as the log keeps it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.campaigns import CampaignKind
from extractors.text import search_key
from pipeline.review.log import LogEntry

Deed = Literal["accept", "merge", "reject", "undo"]
LOG = "decisions.jsonl"
PREFIX = "candidate:"


class Decision(LogEntry):
    """What one person decided about one name, in all its spellings of that day (`candidates`).

    `campaign_id` is set where it is accepted or merged, `kind` and `owner` where it is accepted, `because` where it is
    rejected.
    """

    decision: Deed
    name: str = Field(min_length=1)
    candidates: tuple[str, ...] = Field(min_length=1)
    campaign_id: str | None = None
    kind: CampaignKind | None = None
    owner: str | None = None
    because: str | None = None
    reviewer: str = Field(min_length=1)
    at: datetime

    def repeats(self, earlier: Decision | None) -> bool:
        """Whether it says nothing that the earlier one did not, whoever said it."""
        return earlier is not None and self.deed == earlier.deed

    @property
    def deed(self) -> tuple[object, ...]:
        """What it comes to for its candidates."""
        return (self.decision, self.campaign_id, self.kind, self.owner)


def log_path(reviews_dir: Path) -> Path:
    """Where the decisions stand."""
    return reviews_dir / LOG


def candidate_id(name: str) -> str:
    """The id of a candidate, as the macro `vn_slug` of the warehouse makes it.

    >>> candidate_id("“Mỗi khóm một việc làm hay”")
    'candidate:moi-khom-mot-viec-lam-hay'
    """
    return PREFIX + re.sub(r"[^a-z0-9]+", "-", search_key(name.removeprefix(PREFIX))).strip("-")
