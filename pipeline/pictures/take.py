"""Takes pictures: finds the files, draws in worker processes under their limits, and says why where there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from extractors.model import Page
from pipeline.pictures.draw import pictures_on
from pipeline.pictures.frame import Frame, Range, frame_of
from pipeline.pictures.originals import Originals
from pipeline.pictures.paper import PDF, Original, Paper
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure

_Numbered = tuple[int, Frame]


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
    found: dict[int, Picture | Missing] = {}
    asked: dict[Original, list[_Numbered]] = defaultdict(list)
    for i, one in enumerate(wanted):
        frame = frame_of(one.paper, one.marks) if one.paper.original.media_type == PDF else None
        if frame is None:
            found[i] = Missing(Why.NO_LAYOUT, f"{one.paper.original.name}: not a PDF with places; open the file itself")
        else:
            asked[one.paper.original].append((i, frame))
    if asked:
        found.update(_drawn(asked, originals))
    return [found[i] for i in range(len(wanted))]


def _drawn(asked: Mapping[Original, list[_Numbered]], originals: Originals) -> dict[int, Picture | Missing]:
    found: dict[int, Picture | Missing] = {}
    sent: list[list[_Numbered]] = []

    def pages() -> Iterator[Page]:
        for original, content in originals.contents(asked):
            if content is None:
                told = f"{original.name}: neither in the archive nor below --originals; give the folder it stands in"
                found.update((i, Missing(Why.NO_ORIGINAL, told)) for i, _ in asked[original])
            else:
                sent.append(asked[original])
                yield Page(content, original.name, PDF)

    frames = {original.page_id: tuple(frame for _, frame in numbered) for original, numbered in asked.items()}
    settings = originals.settings.model_copy(update={"workers": min(originals.settings.workers, len(asked))})
    for n, result in enumerate(isolated(partial(pictures_on, frames), pages(), settings)):
        found.update(_results(sent[n], result))
    return found


def _results(
    numbered: Sequence[_Numbered], result: tuple[bytes, ...] | Failure
) -> Iterator[tuple[int, Picture | Missing]]:
    if isinstance(result, Failure):
        return ((i, Missing(Why.NOT_DRAWN, f"{result.code}: {result.reason}")) for i, _ in numbered)
    return ((i, Picture(png, frame.page)) for (i, frame), png in zip(numbered, result, strict=True))
