"""Takes pictures: finds the files, draws in worker processes under their limits, and says why where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from extractors.model import Page
from pipeline.pictures.draw import pictures_on
from pipeline.pictures.frame import Frame, Range, frame_of
from pipeline.pictures.originals import Originals
from pipeline.pictures.paper import PDF, Original, Paper
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure


class Why(StrEnum):
    """Why there is no picture."""

    NO_LAYOUT = "no_layout"
    NO_ORIGINAL = "no_original"
    NOT_DRAWN = "not_drawn"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence to be framed and the ranges of the article's text to be marked in it."""

    paper: Paper
    marks: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a page, as PNG, and the number of the page."""

    png: bytes
    page: int


@dataclass(frozen=True, slots=True)
class Missing:
    """No picture, and why in one line."""

    why: Why
    told: str


def take_pictures(wanted: Sequence[Wanted], originals: Originals) -> list[Picture | Missing]:
    """A picture of each, in order; each file is opened once. Raises `LedgerError` and `SandboxError`."""
    frames = [_frame(one) for one in wanted]
    by_file: dict[Original, list[int]] = {}
    for i, frame in enumerate(frames):
        if isinstance(frame, Frame):
            by_file.setdefault(wanted[i].paper.original, []).append(i)
    found = {i: frame for i, frame in enumerate(frames) if isinstance(frame, Missing)} | _drawn(
        {original: [(i, f) for i in places if isinstance(f := frames[i], Frame)] for original, places in by_file.items()},
        originals,
    )
    return [found[i] for i in range(len(wanted))]


def _frame(one: Wanted) -> Frame | Missing:
    frame = frame_of(one.paper, one.marks) if one.paper.original.media_type == PDF else None
    if frame is None:
        kind = one.paper.original.name.rpartition(".")[2][:8].upper()
        return Missing(Why.NO_LAYOUT, f"{kind} has no fixed layout; open the file at that page")
    return frame


def _drawn(
    by_file: dict[Original, list[tuple[int, Frame]]], originals: Originals
) -> dict[int, Picture | Missing]:
    found: dict[int, Picture | Missing] = {}
    sent: list[list[tuple[int, Frame]]] = []

    def pages() -> Iterator[Page]:
        for original, content in originals.contents(by_file):
            if content is None:
                told = f"{original.name} is neither in the archive nor below --originals; give the folder it stands in"
                found.update((i, Missing(Why.NO_ORIGINAL, told)) for i, _ in by_file[original])
            else:
                sent.append(by_file[original])
                yield Page(content, original.name, PDF)

    frames = {original.page_id: tuple(frame for _, frame in asked) for original, asked in by_file.items()}
    settings = originals.settings.model_copy(update={"workers": min(originals.settings.workers, len(by_file) or 1)})
    for asked, result in zip(_as_sent(sent), isolated(partial(pictures_on, frames), pages(), settings), strict=False):
        found.update(_results(asked, result))
    return found
