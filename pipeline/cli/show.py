"""`thidua show`: a fact with its sentence and where it came from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.formats import mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.show import Opened, Sighting

_LABEL_WIDTH = 18


def show(
    fact_id: Annotated[str, typer.Argument(metavar="FACT_ID", help="The id of a fact, or enough of its beginning.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Open a fact: the sentence that it rests on, highlighted, what was read from it, and where it came from.

    Example: thidua show c41f2
    """
    from rich.console import Console

    from pipeline.show import UnknownFactError, open_fact

    with mistakes(UnknownFactError):
        opened = open_fact(settings_of(data_dir).warehouse_path, fact_id)
    Console(highlight=False, soft_wrap=not sys.stdout.isatty()).print(_sheet(opened))


def _sheet(opened: Opened) -> Text:
    from rich.text import Text

    sheet = Text()
    sheet.append(f"{opened.kind} {opened.fact_id}\n\n", style="bold")
    sheet.append_text(_sentence(opened)).append("\n\n")
    for fields in opened.fields:
        _lines(sheet, fields)
    article = opened.article
    _lines(sheet, {"rule": f"{opened.rule} (confidence {opened.confidence:.2f})"})
    _lines(sheet, {"on paper": opened.on_paper})
    _lines(sheet, {"article": article.title or "(no title)", "source": article.source, "url": article.url})
    _lines(sheet, {"published": opened.published_evidence, "page": article.page, "article_id": opened.article_id})
    told_by = f"{len(opened.copies) + 1} articles; also in" if opened.copies else "no reprints found"
    _lines(sheet, {"story": told_by})
    for copy in opened.copies:
        sheet.append(f"{'':{_LABEL_WIDTH}}{_safe(_cited(copy))}\n")
    sheet.right_crop(1)
    return sheet


def _sentence(opened: Opened) -> Text:
    """The sentence with the words of the fact marked, in colour on a terminal and in brackets everywhere."""
    from rich.text import Text

    marked = Text(f"{_safe(opened.before)}[")
    marked.append(_safe(opened.quote), style="bold black on yellow")
    return marked.append(f"]{_safe(opened.after)}")


def _lines(sheet: Text, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if value is not None:
            sheet.append(f"{name:{_LABEL_WIDTH}}", style="dim")
            sheet.append(f"{_safe(', '.join(value) if isinstance(value, list) else str(value))}\n")


def _cited(copy: Sighting) -> str:
    told = (copy.source, copy.published or "undated", copy.title or "(no title)", copy.url or copy.page)
    return " · ".join(told)


def _safe(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)
