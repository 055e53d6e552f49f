"""A verdict of a reviewer, as the log keeps it.

It is tied to a place in a text (which text, which kind of fact, which words from where to where), not to the id of a
row, so that it holds for whatever stands there after a rebuild.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from extractors.text import phrase_key
from pipeline.review.log import LogEntry

FactKind = Literal["campaign", "award", "official", "meeting"]
Judgement = Literal["right", "wrong", "should_be", "missed", "withdrawn"]
LOG = "verdicts.jsonl"


class Verdict(LogEntry):
    """What one person said about one place.

    `said` is what the fact said (for a campaign its id, `None` for what was missed), `should_be` what it should say;
    `text_id` is the SHA-256 of the article's text and `text_length` its length in code points.
    """

    kind: FactKind
    judgement: Judgement
    said: str | None = None
    should_be: str | None = None
    reviewer: str = Field(min_length=1)
    at: datetime
    note: str | None = None
    article_id: str
    text_id: str = Field(pattern=r"^[0-9a-f]{64}$")
    text_length: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    quote: str = Field(min_length=1)

    @property
    def matter(self) -> tuple[object, ...]:
        """Who speaks about what; of verdicts on one matter the latest counts (`standing_verdicts` says it in SQL)."""
        said = None if self.kind == "campaign" else self.said
        return (phrase_key(self.reviewer), self.kind, self.text_id, self.article_id, self.start, self.end, said)

    def repeats(self, earlier: Verdict | None) -> bool:
        """Whether it says nothing that the earlier one did not."""
        return earlier is not None and self.model_copy(update={"at": earlier.at}) == earlier


def log_path(reviews_dir: Path) -> Path:
    """Where the verdicts stand."""
    return reviews_dir / LOG
