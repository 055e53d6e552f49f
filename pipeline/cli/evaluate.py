"""`thidua evaluate`: precision, recall and F1 against hand-made facts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import ExitStatus


class By(StrEnum):
    """What the figures are given by."""

    metric = "metric"
    rule = "rule"


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold facts and pages.")],
    errors: Annotated[bool, typer.Option("--errors", help="List each miss and each wrong fact.")] = False,
    by: Annotated[By, typer.Option("--by", help="Figures by metric, or right and wrong by rule.")] = By.metric,
    floors: Annotated[Path | None, typer.Option("--floors", help="Fail where a figure is below its floor.")] = None,
    pin: Annotated[Path | None, typer.Option("--pin", help="Raise the floors of this file to what is reached.")] = None,
    lower_because: Annotated[str | None, typer.Option("--lower-because", help="Why floors may fall (kept).")] = None,
) -> None:
    """Score extraction against hand-made facts. Example: thidua evaluate corpus/samples/gold --errors"""
    from pipeline.evaluate.figures import figures
    from pipeline.evaluate.floors import FloorError, as_toml, below, fingerprint, pinned, read_floors
    from pipeline.evaluate.gold import score_folder
    from pipeline.evaluate.report import error_lines, figure_lines, rule_lines
    from pipeline.evaluate.stories import story_lines

    scored = list(score_folder(gold_dir))
    for line in rule_lines(scored) if by is By.rule else (*figure_lines(scored), *story_lines(gold_dir)):
        typer.echo(line)
    if errors:
        for line in error_lines(scored):
            typer.echo(line)
    reached = figures(v for s in scored for v in s.verdicts)
    if pin:
        pin.write_text(as_toml(pinned(pin, fingerprint(gold_dir), reached, lower_because=lower_because)), "utf-8")
    if floors and (fallen := below(read_floors(floors), reached)):
        message = FloorError(floors, "; ".join(fallen), "mend the rules, or lower the floor with a reason")
        typer.echo(f"thidua: {message}", err=True)
        raise typer.Exit(ExitStatus.SOME_QUARANTINED)
