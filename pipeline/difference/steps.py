"""The old snapshot on its way to the new one: the causes work one by one, and every count is read after each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb

from pipeline.audit.scope import By
from pipeline.warehouse.connect import quoted
from pipeline.warehouse.scripts import script

CAUSES = ("removed", "changed", "new", "register", "rules", "register_and_rules", "reviews")
"""In the order in which they work: articles that are gone, changed under their address, and new; pages read with other
registers, by other code, or both; what reviewers said about facts, and decided about candidates."""
_OF_ARTICLES = ("removed", "changed", "new")
_TO_COUNT = ("views/counted", "load/all_recounted")
_COUNTS = ("campaign_articles", "award_tellings", "award_retellings", "source_coverage")
_VIEWS = ("views/awards", "views/officials", "views/reviews")
_REVIEWED = ("verdicts", "fact_reviews", "campaign_precision", "kind_precision")
_PACKAGE = "pipeline.difference"

Number = int | Decimal
Cell = tuple[str, str, str]
"""What is counted, which of it, and by what measure: campaign reports, nong-thon-moi, articles."""
Counts = dict[Cell, Number]


def counts_of(con: duckdb.DuckDBPyConnection, by: By | None) -> Counts:
    """The counts of the warehouse that the connection sees."""
    rows = con.execute(script("counts", _PACKAGE), {"by": by or "none"}).fetchall()
    return {(what, cell, measure): count if count % 1 else int(count) for what, cell, measure, count in rows}


def steps(old: Path, new: Path, by: By | None) -> list[Counts]:
    """The counts of the old snapshot, and after each of `CAUSES`; the last of articles groups stories anew."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH {quoted(str(old))} AS old (READ_ONLY); ATTACH {quoted(str(new))} AS new (READ_ONLY)")
        con.execute(script("macros"))
        for name in ("causes", "step"):
            con.execute(script(name, _PACKAGE))
        for name in _TO_COUNT:
            con.execute(script(name))
        for name in _COUNTS:
            con.execute(f"CREATE TEMP VIEW {name} AS {script(f'counts/{name}')}")
        for name in _VIEWS:
            con.execute(script(name))
        return list(_worked(con, by))


def _worked(con: duckdb.DuckDBPyConnection, by: By | None) -> Iterator[Counts]:
    working = {cause for (cause,) in con.execute("FROM working").fetchall()}
    regrouping = next((cause for cause in reversed(_OF_ARTICLES) if cause in working), "rules")
    _put(con, (), regrouping)
    counts = counts_of(con, by)
    yield counts
    for number, cause in enumerate(CAUSES, 1):
        if cause in working:
            _put(con, CAUSES[:number], regrouping)
            counts = counts_of(con, by)
        yield counts


def _put(con: duckdb.DuckDBPyConnection, worked: tuple[str, ...], regrouping: str) -> None:
    """Bring the warehouse to where these causes have worked."""
    con.execute("DELETE FROM worked")
    for cause in worked:
        con.execute("INSERT INTO worked VALUES (?)", [cause])
    con.execute(
        "UPDATE situation SET regrouped = ?, described = ?, decided = ?",
        [regrouping in worked, "register" in worked, "reviews" in worked],
    )
    con.execute("CREATE OR REPLACE TABLE present AS FROM forms")
    _review(con)


def _review(con: duckdb.DuckDBPyConnection) -> None:
    for name in _REVIEWED:
        con.execute(f"DELETE FROM {name}")
    if con.execute("SELECT 1 FROM told_verdicts LIMIT 1").fetchone():
        with con.cursor() as aside:  # its temporary tables end with it
            aside.execute(script("load/reviews"))
