"""The cookbook: questions that researchers ask, each with its SQL and its answer on the demo.

`python -m pipeline.warehouse.cookbook` asks the demo what `docs/cookbook.md` asks and writes the answers there; a test
compares.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.files import HOME
from pipeline.demo.story import demo
from pipeline.errors import printable
from pipeline.query import answering
from pipeline.settings import Settings
from pipeline.tabular import Answer

COOKBOOK = HOME.parent / "docs" / "cookbook.md"
_RECIPE = re.compile(
    r"^## (?P<question>[^\n]+)\n(?P<words>.*?)```sql\n(?P<sql>.*?)\n```\n(?P<answer>.*?)(?=^## |\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question with its SQL and the answer that is written below it."""

    question: str
    sql: str
    answer: str


def recipes(text: str) -> Iterator[Recipe]:
    """The recipes of a cookbook, in order."""
    return (Recipe(found["question"], found["sql"], found["answer"]) for found in _RECIPE.finditer(text))


def demo_warehouse(data_dir: Path) -> Path:
    """Run what `make demo` runs, without a word, and return the file that it publishes."""
    with redirect_stdout(io.StringIO()):
        demo(data_dir)
    return Settings(data_dir=data_dir).warehouse_path


def answered(text: str, warehouse: Path) -> str:
    """The cookbook with every answer as the warehouse gives it."""

    def anew(found: re.Match[str]) -> str:
        return (
            f"## {found['question']}\n{found['words']}```sql\n{found['sql']}\n```\n\n{ask(warehouse, found['sql'])}\n"
        )

    return _RECIPE.sub(anew, text).rstrip() + "\n"


def ask(warehouse: Path, sql: str) -> str:
    """The answer to one query as a Markdown table."""
    with answering(warehouse, sql) as answer:
        return _markdown(answer)


def _markdown(answer: Answer) -> str:
    rows = [answer.columns, ["---"] * len(answer.columns), *answer.rows]
    return "".join("| " + " | ".join(_cell(value) for value in row) + " |\n" for row in rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return printable(text).replace("|", "\\|")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        COOKBOOK.write_text(answered(COOKBOOK.read_text("utf-8"), demo_warehouse(Path(scratch))), "utf-8")
