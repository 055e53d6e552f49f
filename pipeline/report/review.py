"""What review says of what was found: precision and corrected counts, with some of the facts that people judged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.evidence import Quoted, quoted
from pipeline.report.limits import Limits

CAMPAIGN = "campaign"
Subject = tuple[str, str | None]
"""A kind of facts; of campaigns, which are reviewed one by one, the campaign's id too."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What review says of one kind or campaign, some facts behind it with who said what, and the SQL for all."""

    anchor: str
    told: Row
    listed: tuple[Quoted, ...]
    more: int
    sql: str


@dataclass(frozen=True, slots=True)
class Review:
    """The kinds, and the campaigns that somebody reviewed, by id; `shown` are the rows of the table, in order."""

    kinds: dict[str, ReviewLine]
    campaigns: dict[str, ReviewLine]
    shown: tuple[ReviewLine, ...]
    names: dict[str, str]
    unreviewed: Row
    agreement: Asked
    asked: Asked

    @property
    def left_out(self) -> int:
        """Campaigns that are not in the table."""
        return len(self.kinds) + len(self.campaigns) - len(self.shown)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that the judged facts stand in."""
        return tuple(dict.fromkeys(fact.told["article_id"] for line in self.shown for fact in line.listed))


def review(con: duckdb.DuckDBPyConnection, limits: Limits) -> Review:
    """Gather what review says; a kind that nobody reviewed has a line too, which says so."""
    asked = ask(con, "precision", package="pipeline.review")
    judged: dict[Subject, list[Row]] = defaultdict(list)
    for row in ask(con, "judged", {"listed": limits.articles}).rows:
        judged[_subject(row)].append(row)
    lines = [_line(f"v{n}", row, judged[_subject(row)], limits) for n, row in enumerate(asked.rows, 1)]
    kinds = {line.told["kind"]: line for line in lines if line.told["kind"] != CAMPAIGN}
    return Review(
        kinds,
        {line.told["campaign_id"]: line for line in lines if line.told["kind"] == CAMPAIGN},
        tuple(lines[: len(kinds) + limits.reviewed]),
        {row["campaign_id"]: row["name"] for row in ask(con, "reviewed_names").rows},
        ask(con, "unreviewed", package="pipeline.review").rows[0],
        Asked(ask(con, "agreement", {"most": limits.agreements}).rows, sql("agreement", {"most": None})),
        asked,
    )


def _subject(row: Row) -> Subject:
    return row["kind"], row["campaign_id"]


def _line(anchor: str, told: Row, judged: list[Row], limits: Limits) -> ReviewLine:
    listed = tuple(quoted(row, limits) for row in judged)
    more = told["reviewed"] + told["disputed"] - len(listed)
    behind = {"kind": told["kind"], "campaign": told["campaign_id"]}
    return ReviewLine(anchor, told, listed, more, sql("judged_cell", behind))
