"""`thidua evaluate`: precision, recall and F1 against hand-made facts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class By(StrEnum):
    """What the figures are given by."""

    metric = "metric"
    rule = "rule"


def evaluate(
    gold_dir: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold facts and pages.")
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List each miss and each wrong fact.")] = False,
    by: Annotated[By, typer.Option("--by", help="Figures by metric, or right and wrong by rule.")] = By.metric,
) -> None:
    """Score extraction against hand-made facts. Example: thidua evaluate corpus/samples/gold --errors"""
    from pipeline.evaluate.gold import score_folder
    from pipeline.evaluate.report import error_lines, figure_lines, rule_lines

    scored = list(score_folder(gold_dir))
    for line in rule_lines(scored) if by is By.rule else figure_lines(scored):
        typer.echo(line)
    if errors:
        for line in error_lines(scored):
            typer.echo(line)
