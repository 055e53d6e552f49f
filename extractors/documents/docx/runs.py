"""The text of a DOCX paragraph: insertions taken, deletions set aside, what hangs on it found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractors.documents.docx.names import ALTERNATE, CHOICE, w
from extractors.documents.docx.styles import Style, Styles

_TAKEN = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"))
)
_DELETED = frozenset(map(w, ("del", "moveFrom")))
_MARKS = {w("tab"): " ", w("noBreakHyphen"): "-", w("cr"): "\n", w("ptab"): " "}
_DRAWN = frozenset(map(w, ("drawing", "pict", "object")))
_BOX = w("txbxContent")


@dataclass(frozen=True, slots=True)
class Run:
    """Text set in one way."""

    text: str
    style: Style


@dataclass(slots=True)
class Running:
    """What a paragraph holds: its runs, and what hangs on it."""

    runs: list[Run] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    page_breaks: int = 0
    breaks_before_text: int = 0


def running(paragraph: Any, style: Style, styles: Styles) -> Running:
    """Read the runs of a `w:p`."""
    made = Running()
    _read(paragraph, style, styles, made)
    return made


def _read(parent: Any, style: Style, styles: Styles, made: Running) -> None:
    for child in parent:
        if child.tag == w("r"):
            _read_run(child, styles.of_run(child.find(w("rPr")), style), made)
        elif child.tag in _TAKEN:
            _read(child, style, styles, made)
        elif child.tag in _DELETED:
            made.deleted.append("".join(t.text or "" for t in child.iter(w("delText"), w("t"))))
        elif child.tag == ALTERNATE:
            _read(_chosen(child), style, styles, made)


def _chosen(alternate: Any) -> Any:
    """The first choice of several ways to write the same, else the last resort."""
    choice = alternate.find(CHOICE)
    return choice if choice is not None else next(iter(alternate), ())


def _read_run(run: Any, style: Style, made: Running) -> None:
    for child in _contents(run):
        if child.tag == w("t"):
            _put(child.text or "", style, made)
        elif child.tag == w("br"):
            _turn_page(made, child.get(w("type")) == "page")
            _put("\n", style, made)
        elif child.tag == w("lastRenderedPageBreak"):
            _turn_page(made, 1)
        elif child.tag in _MARKS:
            _put(_MARKS[child.tag], style, made)
        elif child.tag in (w("footnoteReference"), w("endnoteReference")):
            made.notes.append(child.tag.rpartition("}")[2].removesuffix("Reference") + child.get(w("id"), ""))
        elif child.tag in _DRAWN:
            made.boxes += _outermost_boxes(child)


def _turn_page(made: Running, pages: int) -> None:
    made.page_breaks += pages
    if not any(run.text.strip() for run in made.runs):
        made.breaks_before_text += pages


def _contents(run: Any) -> Iterator[Any]:
    for child in run:
        if child.tag == ALTERNATE:
            yield from _chosen(child)
        else:
            yield child


def _outermost_boxes(drawn: Any) -> list[Any]:
    """The text boxes in a drawing that stand in no other of its boxes."""
    return [box for box in drawn.iter(_BOX) if not any(a.tag == _BOX for a in _within(box, drawn))]


def _within(element: Any, outer: Any) -> Iterator[Any]:
    for ancestor in element.iterancestors():
        if ancestor is outer:
            return
        yield ancestor


def _put(text: str, style: Style, made: Running) -> None:
    if style.hidden:
        made.hidden.append(text)
    else:
        made.runs.append(Run(text, style))
