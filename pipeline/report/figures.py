"""The counts that a page keeps, so that a later page can say what has changed since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ThiduaError
from pipeline.report.ask import Row

ELEMENT = "thidua-figures"
"""The id of the element that holds them, as JSON text."""
_MOST_BYTES = 200 * 2**20


class EarlierReportError(ThiduaError):
    """The file given as the last report is none."""


class Counts(BaseModel):
    """How often one campaign was reported."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str
    mentions: int
    articles: int
    stories: int


class Figures(BaseModel):
    """The counts of one page and the snapshot that they are of; `complete`: no campaign was left out of them."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    content_hash: str | None
    code_version: str
    register_hash: str
    built_at: str
    looked_at: dict[str, int]
    campaigns: dict[str, Counts]
    complete: bool
    awards: dict[str, int]

    def as_json(self) -> str:
        """One line for each entry, so that two pages can be compared by eye."""
        return json.dumps(self.model_dump(), ensure_ascii=False, indent=1)


def figures(snapshot: Row, looked_at: Row, campaigns: Sequence[Row], awards: Sequence[Row], most: int) -> Figures:
    """The figures of what was asked."""
    return Figures(
        **snapshot,
        looked_at={name: looked_at[name] for name in ("articles", "stories", "sources", "undated", "quarantined")},
        campaigns={
            row["campaign_id"]: Counts(**{name: row[name] for name in Counts.model_fields}) for row in campaigns[:most]
        },
        complete=len(campaigns) <= most,
        awards={award_key(row): row["total"] for row in awards},
    )


def award_key(row: Row) -> str:
    """Status, kind, rank, level and unit of a total, in one string."""
    return "|".join(str(row[name] or "") for name in ("status", "award", "rank", "level", "unit"))


def read_earlier(path: Path) -> Figures:
    """The figures of an earlier page; raises `EarlierReportError` for a file that is no report, or not whole."""
    again = "give a page that `thidua report` wrote, or leave --since-report away"
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise EarlierReportError(path, "too large for a report", again)
        reader = _Reader()
        reader.feed(path.read_text("utf-8"))
        return Figures.model_validate_json("".join(reader.found))
    except OSError as error:
        raise EarlierReportError(path, f"cannot be read ({error.strerror})", again) from error
    except (UnicodeDecodeError, ValidationError) as error:
        raise EarlierReportError(path, "holds no figures of a report", again) from error


class _Reader(HTMLParser):
    """Takes the text of the one element that holds the figures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (tag == "pre" and ("id", ELEMENT) in attrs)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)
