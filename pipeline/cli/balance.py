"""Says in a few lines what came of a run, with the balance that every run must keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.runs import InputBooks
    from pipeline.warehouse.build import BuildReport

_TOLD = ("articles", "stories", "meetings", "people", "campaign_mentions", "awards", "award_shares")


def balance(books: InputBooks) -> str:
    """What became of the inputs of a run."""
    parts = " + ".join(f"{getattr(books, name):,} {name}" for name in ("parsed", "quarantined", "known", "refused"))
    return "\n".join([f"{books.given:,} inputs = {parts}", *_because(books.by_reason)])


def published(built: BuildReport) -> str:
    """What the published warehouse holds."""
    rows = built.rows
    parsed = rows["pages"] - rows["quarantine"]
    duplicates = parsed - rows["articles"]
    lines = [
        f"in store: {parsed:,} pages parsed = {rows['articles']:,} articles + {duplicates:,} duplicates",
        table_counts(rows),
        f"published {built.path} (content {built.content_hash[:16]}) in {built.seconds:.1f} s",
    ]
    if built.given_up:
        lines.append(f"made anew, for what was grown from the last file failed: {built.given_up}")
    return "\n".join(lines)


def table_counts(rows: Mapping[str, int]) -> str:
    """How much the warehouse holds of what people ask for."""
    return ", ".join(f"{rows[name]:,} {name.replace('_', ' ')}" for name in _TOLD)


def _because(by_reason: Mapping[str, int]) -> list[str]:
    reasons = ", ".join(f"{count:,} {code}" for code, count in by_reason.items())
    return [f"quarantined: {reasons}"] if reasons else []
