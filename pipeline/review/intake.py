"""Takes the verdicts of a sheet into the log: what is sound is kept for good, what is not is refused by its line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import ExitStatus
from pipeline.lock import exclusive
from pipeline.review.judge import judge
from pipeline.review.known import Known, look_up
from pipeline.review.log import append, read_log
from pipeline.review.sheet import Line, read_sheet
from pipeline.review.verdict import Verdict, log_path
from pipeline.settings import Settings
from pipeline.warehouse.connect import reading


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was not taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the lines of a sheet; `open` have no verdict yet, `known` were taken in before."""

    taken: int
    known: int
    open: int
    refused: tuple[Refusal, ...]

    @property
    def exit_status(self) -> ExitStatus:
        """What it means for the exit status of the command."""
        return ExitStatus.SOME_QUARANTINED if self.refused else ExitStatus.WELL


def take_in(sheet: Path, settings: Settings, reviewer: str | None = None) -> TakenIn:
    """Take in a sheet; the same sheet again adds nothing.

    Raises `SheetError` for a file that is no sheet, `WarehouseError` where nothing is published, `LogError` for a
    damaged log, `BusyError` where another process is taking in.
    """
    lines = read_sheet(sheet)
    filled = [line for line in lines if line["verdict"]]
    at = datetime.now(UTC).replace(microsecond=0)
    known = _known(settings, filled)
    judged = [(line.number, judge(line, known, at=at, reviewer=reviewer)) for line in filled]
    verdicts = [told for _, told in judged if isinstance(told, Verdict)]
    fresh = _append_fresh(verdicts, settings)
    refused = tuple(Refusal(number, told) for number, told in judged if isinstance(told, str))
    return TakenIn(len(fresh), len(verdicts) - len(fresh), len(lines) - len(filled), refused)


def _known(settings: Settings, lines: list[Line]) -> Known:
    with reading(settings.warehouse_path) as con:
        return look_up(con, (line["fact_id"] for line in lines), (line["article_id"] for line in lines))


def _append_fresh(verdicts: list[Verdict], settings: Settings) -> list[Verdict]:
    path = log_path(settings.reviews_dir)
    with exclusive(settings.reviews_dir):
        latest = {told.matter: told for told in read_log(path, Verdict)}
        fresh: list[Verdict] = []
        for told in verdicts:
            if not told.repeats(latest.get(told.matter)):
                fresh.append(told)
                latest[told.matter] = told
        append(path, fresh)
    return fresh
