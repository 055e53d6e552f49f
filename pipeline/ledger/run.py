"""One run in the ledger: what it has to visit, what became of each, and its books."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Self

from pipeline.archive.exchange import Place
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Books, Found, Trap, Visit
from pipeline.ledger.states import GuideKind, Outcome, Role, State

_FIRST = 0
_NEWEST = 10_000_000
_LAST = 2 * _NEWEST
_JULIAN_DAY_OF_ORDINAL_ZERO = 1_721_424


class Run:
    """A run that goes on; only one at a time may write, which the lock of the data directory sees to."""

    def __init__(self, ledger: Ledger, run_id: int) -> None:
        self.ledger = ledger
        self.run_id = run_id

    @classmethod
    def begin(cls, ledger: Ledger) -> Self:
        """A new run, with nothing to visit yet."""
        with ledger.transaction():
            return cls(ledger, int(ledger.rows("begin_run", now=time.time())[0][0]))

    def end(self) -> None:
        """Record that the run has come to its end."""
        with self.ledger.transaction():
            self.ledger.rows("end_run", run=self.run_id, now=time.time())

    def add_due(self, source: str) -> None:
        """Visit what earlier runs left over on the source, or wanted looked at again by now."""
        with self.ledger.transaction():
            self.ledger.rows("add_due_visits", run=self.run_id, source=source, now=time.time())

    def known(self, urls: Iterable[str]) -> frozenset[str]:
        """Those of the addresses that the ledger has."""
        rows = self.ledger.rows("known_urls", urls=json.dumps(list(urls)))
        return frozenset(row["url"] for row in rows)

    def discover(self, found: Iterable[Found]) -> int:
        """Take addresses in and return how many articles were new; known articles are not visited, guides are."""
        with self.ledger.transaction():
            return sum(self._discovered(one) for one in found)

    def look_again(self, dated: Iterable[tuple[str, date]], most: int) -> None:
        """Visit at most so many known articles whose finder now gives a later day, after all that are new."""
        given = json.dumps({url: day.isoformat() for url, day in dated})
        with self.ledger.transaction():
            for row in self.ledger.rows("redated_urls", dates=given, most=most):
                self.ledger.rows("redate_url", url_id=row["url_id"], published=row["day"], now=time.time())
                if row["is_later"]:
                    self.ledger.rows("add_visit", run=self.run_id, url=row["url"], rank=_LAST)

    def decline(self, found: Found, outcome: Outcome, reason: str) -> None:
        """Take an address in that is not to be fetched; nothing where it is known."""
        with self.ledger.transaction():
            if url_id := self._add(found):
                self._visit(found)
                self.ledger.rows(
                    "settle_url", url_id=url_id, state=State.REFUSED, reason=reason, attempts=0, next_try=None
                )
                self._settle(url_id, outcome, reason)

    def demand(self, found: Found) -> None:
        """Visit an address in this run, known or not."""
        with self.ledger.transaction():
            self._add(found)
            self._visit(found)

    def open_visits(self, source: str, most: int) -> list[Visit]:
        """The next visits of the source that are neither settled nor put off."""
        rows = self.ledger.rows("open_visits", run=self.run_id, source=source, most=most)
        return [_visit(**row) for row in map(dict, rows)]

    def fetched(self, visit: Visit, answer: Answer, next_try: float | None, kept_bytes: int = 0) -> None:
        """It answered with a body that is dealt with: kept as a version, known already, or read as a guide."""
        with self.ledger.transaction():
            self._answer(visit, answer, next_try)
            self._settle(visit.url_id, Outcome.FETCHED, None, kept_bytes)

    def add_version(
        self, visit: Visit, digest: str, place: Place, fetched_at: float, answered_by: str | None = None
    ) -> None:
        """The archive holds this version, synced; `answered_by` is the address that redirects led to."""
        with self.ledger.transaction():
            self.ledger.rows(
                "add_version", run=self.run_id, url_id=visit.url_id, digest=digest, file=place.file,
                offset=place.offset, length=place.length, fetched_at=fetched_at,
                target=answered_by if answered_by != visit.url else None,
            )  # fmt: skip

    def not_modified(self, visit: Visit, next_try: float | None, answer: Answer | None = None) -> None:
        """It has not changed since the last answer; `answer` has new validators, where the same body came again."""
        with self.ledger.transaction():
            last = Answer(visit.digest or "", visit.etag, visit.last_modified)
            self._answer(visit, answer or last, next_try)
            self._settle(visit.url_id, Outcome.NOT_MODIFIED, None)

    def refused(self, visit: Visit, outcome: Outcome, reason: str, next_try: float | None) -> None:
        """It is not to be fetched; at `next_try`, if ever, that is asked again."""
        self._gave_up(visit, outcome, State.REFUSED, reason, visit.attempts, next_try)

    def failed(self, visit: Visit, reason: str, next_try: float | None) -> None:
        """It failed tonight; without `next_try` for good."""
        state = State.PENDING if next_try else State.FAILED
        self._gave_up(visit, Outcome.FAILED, state, reason, visit.attempts + 1, next_try)

    def put_off(self, visit: Visit, reason: str, next_try: float) -> None:
        """It stays pending, and is not taken up again in this run."""
        self._gave_up(visit, Outcome.PENDING, State.PENDING, reason, visit.attempts, next_try)

    def trap(self, source: str, name: str, example: str) -> None:
        """Name a trap that was met."""
        with self.ledger.transaction():
            self.ledger.rows("add_trap", run=self.run_id, source=source, trap=name, example=example)

    def progress(self) -> tuple[int, int]:
        """How many of the addresses to visit are dealt with, and how many there are so far."""
        ((settled, discovered),) = self.ledger.rows("progress", run=self.run_id)
        return settled, discovered

    def books(self) -> dict[tuple[str, Role], Books]:
        """The books by source and role."""
        rows = (dict(row) for row in self.ledger.rows("books", run=self.run_id))
        return {(row.pop("source"), Role(row.pop("role"))): Books(**row) for row in rows}

    def reasons(self) -> Iterator[tuple[str, str, int]]:
        """Source, outcome with reason, and how often, the most frequent first."""
        return ((row["source"], row["reason"], row["times"]) for row in self.ledger.rows("reasons", run=self.run_id))

    def traps(self) -> Iterator[tuple[str, Trap]]:
        """Source and trap."""
        for row in self.ledger.rows("traps", run=self.run_id):
            yield row["source"], Trap(row["trap"], row["times"], row["example"])

    def _discovered(self, found: Found) -> bool:
        is_new = self._add(found) is not None
        if is_new or found.role is Role.GUIDE:
            self._visit(found)
        return is_new and found.role is Role.ARTICLE

    def _add(self, found: Found) -> int | None:
        """The id of an address that was not known, or None."""
        added = self.ledger.rows(
            "add_url", url=found.url, source=found.source, role=found.role, guide_kind=found.guide_kind,
            depth=found.depth, published=found.published and found.published.isoformat(), now=time.time(),
            attachment_of=found.attachment_of,
        )  # fmt: skip
        return int(added[0]["url_id"]) if added else None

    def _visit(self, found: Found) -> None:
        """Visit it in this run or, should the run be killed first, in the next."""
        self.ledger.rows("make_due", url=found.url, now=time.time())
        self.ledger.rows("add_visit", run=self.run_id, url=found.url, rank=_rank(found))

    def _answer(self, visit: Visit, answer: Answer, next_try: float | None) -> None:
        self.ledger.rows(
            "answer_url", url_id=visit.url_id, next_try=next_try, etag=answer.etag,
            last_modified=answer.last_modified, digest=answer.digest,
        )  # fmt: skip

    def _settle(self, url_id: int, outcome: Outcome, reason: str | None, kept_bytes: int = 0) -> None:
        self.ledger.rows(
            "settle_visit", run=self.run_id, url_id=url_id, outcome=outcome, reason=reason, kept_bytes=kept_bytes
        )

    def _gave_up(
        self, visit: Visit, outcome: Outcome, state: State, reason: str, attempts: int, next_try: float | None
    ) -> None:
        state = State.KEPT if visit.state is State.KEPT else state
        with self.ledger.transaction():
            self.ledger.rows(
                "settle_url", url_id=visit.url_id, state=state, reason=reason, attempts=attempts, next_try=next_try
            )
            self._settle(visit.url_id, outcome, reason)


def _rank(found: Found) -> int:
    """Guides first, then the newest articles, then what articles link to."""
    if found.role is Role.GUIDE:
        return _FIRST
    if found.attachment_of:
        return _LAST + 1
    day = (found.published or datetime.now(UTC).date()).toordinal()
    return _NEWEST - _JULIAN_DAY_OF_ORDINAL_ZERO - day


def _visit(*, role: str, guide_kind: str | None, state: str, **values: object) -> Visit:
    kind = GuideKind(guide_kind) if guide_kind else None
    return Visit(role=Role(role), guide_kind=kind, state=State(state), **values)  # type: ignore[arg-type]
