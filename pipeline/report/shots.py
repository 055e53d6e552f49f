"""The pictures of pages on the report: which sentences get one, and what is left out."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.pictures.originals import Originals
from pipeline.pictures.paper import PDF, Stretch
from pipeline.pictures.take import Missing, Picture, Wanted, take_pictures
from pipeline.report.gather import Report


@dataclass(frozen=True, slots=True)
class Shots:
    """Pictures by the sentences framed in them; `left_out` sentences got none because the page would grow too large."""

    pictures: Mapping[Stretch, Picture | Missing]
    left_out: int

    @property
    def taken(self) -> int:
        """How many pictures there are."""
        return sum(isinstance(shot, Picture) for shot in self.pictures.values())

    def address(self, stretch: Stretch) -> Markup | None:
        """The picture of a sentence as an address that needs no network, where there is one."""
        shot = self.pictures.get(stretch)
        return Markup(f"data:image/png;base64,{_encoded(shot)}") if isinstance(shot, Picture) else None

    def missing(self, stretch: Stretch) -> str | None:
        """Why a sentence has no picture, in one word, where one was looked for."""
        shot = self.pictures.get(stretch)
        return shot.why.value if isinstance(shot, Missing) else None


NONE = Shots({}, 0)
"""No pictures were asked for."""


def shots(report: Report, originals: Originals) -> Shots:
    """Take pictures of the sentences that stand in a PDF, differences first, then in the order of the page."""
    wanted = dict(_wanted(report))
    asked = list(wanted.values())[: report.limits.page_pictures]
    taken = take_pictures(asked, originals)
    return Shots(dict(zip(wanted, taken, strict=False)), len(wanted) - len(asked))


def _wanted(report: Report) -> Iterator[tuple[Stretch, Wanted]]:
    for one in report.discrepancies.listed:
        if one.paper and one.paper.original.media_type == PDF:
            yield one.paper.stretch, Wanted(one.paper, ((one.told["start"], one.told["end"]),))
    passages = (passage for card in report.cards.values() for topic in card.topics for passage in topic.passages)
    for passage in passages:
        if passage.paper and passage.paper.original.media_type == PDF:
            yield passage.paper.stretch, Wanted(passage.paper, passage.marks)


def _encoded(picture: Picture) -> str:
    return base64.b64encode(picture.png).decode("ascii")
