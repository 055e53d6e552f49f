"""Nights written into a real ledger, and a warehouse built of the pages that they kept."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.archive.exchange import Place
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Found, Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import GuideKind, Outcome, Role


def night(
    path: Path, source: str, began: str, *, got: Sequence[bytes] = (), guide: str = "fetched", failed: int = 0
) -> None:
    """One run that began at that time (UTC) over one source; `guide` is what became of its listing."""
    with Ledger(path) as ledger, ledger.transaction():
        run = Run.begin(ledger)
        run.demand(Found(f"https://{source}/", source, Role.GUIDE, GuideKind.LISTING))
        run.discover(Found(_address(source, body), source, Role.ARTICLE) for body in got)
        run.discover(Found(f"https://{source}/{began}/{n}.html", source, Role.ARTICLE) for n in range(failed))
        bodies = {_address(source, body): body for body in got}
        for visit in run.open_visits(source, 1000):
            if visit.role is Role.GUIDE:
                _settle_guide(run, visit, guide)
            elif visit.url in bodies:
                _keep(run, visit, bodies[visit.url])
            else:
                run.failed(visit, "status 404", None)
        run.end()
        run_id = run.run_id
    with sqlite3.connect(path) as con:
        at = datetime.fromisoformat(began).replace(tzinfo=UTC).timestamp()
        con.execute("UPDATE runs SET started_at = ? WHERE run_id = ?", (at, run_id))
    con.close()


def keep_again(path: Path, source: str, body: bytes) -> None:
    """The page of that body answers with another one, in the last run."""
    url = _address(source, body)
    with Ledger(path) as ledger:
        run = Run(ledger, ledger._connection.execute("SELECT max(run_id) FROM runs").fetchone()[0])
        run.demand(Found(url, source, Role.ARTICLE))
        (visit,) = run.open_visits(source, 1)
        _keep(run, visit, body + b", changed")


def _address(source: str, body: bytes) -> str:
    return f"https://{source}/{hashlib.sha256(body).hexdigest()[:12]}.html"


def _settle_guide(run: Run, visit: Visit, guide: str) -> None:
    match guide:
        case "fetched":
            run.fetched(visit, Answer("0" * 64, None, None), None)
        case "not_modified":
            run.not_modified(visit, None)
        case "failed":
            run.failed(visit, "status 503", 1e12)
        case reason:
            run.refused(visit, Outcome.REFUSED_ROBOTS, reason, 1e12)


def _keep(run: Run, visit: Visit, body: bytes) -> None:
    digest = hashlib.sha256(body).hexdigest()
    run.add_version(visit, digest, Place("a.warc.gz", 0, 1), 0.0)
    run.fetched(visit, Answer(digest, None, None), None)
