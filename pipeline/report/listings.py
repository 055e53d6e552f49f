"""The articles behind what was looked at: the newest of all, of each source, the undated, the most reprinted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from pipeline.report.ask import Asked, Row, ask, sql
from pipeline.report.limits import Limits


@dataclass(frozen=True, slots=True)
class Listing:
    """The first articles behind one number, and the SQL that gives all of them."""

    anchor: str
    articles: tuple[str, ...]
    more: int
    sql: str


def listing(con: duckdb.DuckDBPyConnection, name: str, anchor: str, of: int, limits: Limits) -> Listing:
    """The first rows of `queries/NAME.sql`, which is about `of` articles."""
    rows = ask(con, name, {"most": limits.articles}).rows
    return Listing(anchor, tuple(row["article_id"] for row in rows), of - len(rows), sql(name, {"most": None}))


def looked_at_listings(con: duckdb.DuckDBPyConnection, looked_at: Row, limits: Limits) -> dict[str, Listing]:
    """The listings of the overview by the name of the number that they open."""
    return {
        "articles": listing(con, "newest_articles", "l-articles", looked_at["articles"], limits),
        "stories": listing(con, "most_reprinted", "l-stories", looked_at["stories"], limits),
        "undated": listing(con, "undated_articles", "l-undated", looked_at["undated"], limits),
        "uncounted": listing(con, "uncounted_articles", "l-uncounted", looked_at["uncounted"], limits),
    }


def source_listings(con: duckdb.DuckDBPyConnection, sources: dict[str, int], limits: Limits) -> dict[str, Listing]:
    """The newest articles of each source; `sources` are their numbers of articles, the first being `s1`."""
    newest: dict[str, list[str]] = defaultdict(list)
    for row in ask(con, "source_newest", {"most": limits.articles}).rows:
        newest[row["source_id"]].append(row["article_id"])
    return {
        source: Listing(
            f"s{n}",
            tuple(newest[source]),
            articles - len(newest[source]),
            sql("source_articles", {"source": source}),
        )
        for n, (source, articles) in enumerate(sources.items(), 1)
    }


def quarantined(con: duckdb.DuckDBPyConnection, limits: Limits) -> Asked:
    """Some pages that could not be read, with the reason, and the SQL that gives all of them."""
    return Asked(ask(con, "quarantined_pages", {"most": limits.pages}).rows, sql("quarantined_pages", {"most": None}))
