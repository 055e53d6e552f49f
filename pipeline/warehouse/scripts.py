"""The SQL files of this package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SCHEMA = ("types", "registers", "pages", "facts", "documents", "counts", "reviews")
"""The schema files, in order."""
LOADS = ("stories", "registers", "meetings", "officials", "decisions", "campaigns", "awards", "documents", "runs")
"""The load files after `articles`, in order."""
COUNTS = (
    "campaign_articles", "award_tellings", "award_retellings", "campaign_cells", "article_cells",
    "official_appearances", "source_coverage",
)  # fmt: skip
"""The tables that are made of the others, in order, each by the one query that defines what counts."""
VIEWS = ("counted", "facts", "campaigns", "awards", "officials", "coverage", "reviews")
"""The view files, in order."""

_CHECK = re.compile(
    r"^-- check: (?P<name>[a-z-]+)\n-- (?P<meaning>.+)\n(?P<query>(?:(?!-- check:).*\n?)*)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Check:
    """A query that must return no rows, and what its rows mean."""

    name: str
    meaning: str
    query: str


@cache
def script(name: str, package: str = "pipeline.warehouse") -> str:
    """The text of one SQL file, such as `views/campaigns`."""
    return files(package).joinpath(f"{name}.sql").read_text("utf-8")


def checks() -> tuple[Check, ...]:
    """The checks of `checks.sql`, in order.

    >>> [check.name for check in checks()][:2]
    ['mass-balance', 'parsed-balance']
    """
    return tuple(Check(**match.groupdict()) for match in _CHECK.finditer(script("checks")))
