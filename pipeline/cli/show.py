"""`thidua show`: a fact with its sentence and where it came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.formats import mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.cli.watchers import warn
from pipeline.errors import ExitStatus
from pipeline.harmless import unmoving

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.pictures.originals import Originals
    from pipeline.show import Opened, Sighting

_LABEL_WIDTH = 18
FoldersOfOriginals = Annotated[
    list[Path] | None,
    typer.Option(
        "--originals", exists=True, file_okay=False, help="Folder with the files that were read; may be given again."
    ),
]


def show(
    fact_id: Annotated[str, typer.Argument(metavar="FACT_ID", help="The id of a fact, or enough of its beginning.")],
    picture: Annotated[
        Path | None,
        typer.Option("--picture", dir_okay=False, help="Write the picture of its PDF page, the sentence framed (PNG)."),
    ] = None,
    originals: FoldersOfOriginals = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Open a fact: the sentence that it rests on, highlighted, what was read from it, and where it came from.

    Example: thidua show c41f2 --picture page.png --originals documents/
    """
    from rich.console import Console

    from pipeline.pictures.originals import Originals
    from pipeline.show import UnknownFactError, open_fact

    with mistakes(UnknownFactError):
        opened = open_fact(settings_of(data_dir).warehouse_path, fact_id)
    Console(highlight=False, soft_wrap=not sys.stdout.isatty()).print(_sheet(opened))
    if picture:
        _take(opened, picture, Originals(settings_of(data_dir), originals or ()))


def _take(opened: Opened, out: Path, originals: Originals) -> None:
    from pipeline.atomic import write_atomically
    from pipeline.pictures.take import Picture, Wanted, take_pictures

    if opened.paper is None:
        warn(f"{opened.fact_id}: no picture: its article is no document with pages; open its address or its file")
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    (taken,) = take_pictures([Wanted(opened.paper, opened.marks)], originals)
    if not isinstance(taken, Picture):
        warn(f"{opened.fact_id}: no picture: {taken.told}")
        raise typer.Exit(ExitStatus.NOTHING_DONE)
    write_atomically(out, taken.png)
    typer.echo(f"{'picture':{_LABEL_WIDTH}}{_one_line(str(out))} (trang {taken.page})")


def _sheet(opened: Opened) -> Text:
    from rich.text import Text

    sheet = Text()
    sheet.append(f"{opened.kind} {opened.fact_id}\n\n", style="bold")
    sheet.append_text(_sentence(opened)).append("\n\n")
    for fields in opened.fields:
        _lines(sheet, fields)
    article = opened.article
    _lines(sheet, {"rule": f"{opened.rule} (confidence {opened.confidence:.2f})"})
    _lines(sheet, {"on paper": opened.on_paper, "recognised": _recognised(opened)})
    _lines(sheet, {"article": article.title or "(no title)", "source": article.source, "url": article.url})
    _lines(sheet, {"attached to": opened.attached_to})
    _lines(sheet, {"published": opened.published_evidence, "page": article.page, "article_id": opened.article_id})
    _lines(sheet, {"not counted": _superseded(opened), "story": _told_by(opened)})
    for copy in opened.copies:
        sheet.append(f"{'':{_LABEL_WIDTH}}{_one_line(_cited(copy))}\n")
    sheet.right_crop(1)
    return sheet


def _sentence(opened: Opened) -> Text:
    """The sentence with the words of the fact marked, in colour on a terminal and in brackets everywhere."""
    from rich.text import Text

    marked = Text(f"{_one_line(opened.before)}[")
    marked.append(_one_line(opened.quote), style="bold black on yellow")
    return marked.append(f"]{_one_line(opened.after)}")


def _superseded(opened: Opened) -> str | None:
    return opened.superseded_by and f"an earlier version; the source has now {opened.superseded_by}"


def _told_by(opened: Opened) -> str:
    if opened.superseded_by:
        return "told now in"
    return f"{len(opened.copies) + 1} articles; also in" if opened.copies else "no reprints found"


def _recognised(opened: Opened) -> str | None:
    """What recognition says of a sentence that was read from a picture."""
    confidence = opened.paper.confidence if opened.paper else None
    return None if confidence is None else f"nhận dạng từ ảnh (confidence {confidence:.2f})"


def _lines(sheet: Text, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if value is not None:
            sheet.append(f"{name:{_LABEL_WIDTH}}", style="dim")
            sheet.append(f"{_one_line(', '.join(value) if isinstance(value, list) else str(value))}\n")


def _cited(copy: Sighting) -> str:
    told = (copy.source, copy.published or "undated", copy.title or "(no title)", copy.url or copy.page)
    return " · ".join(told)


def _one_line(text: str) -> str:
    """The text on one line."""
    return unmoving(text).replace("\n", " ")
