"""Lines to paragraphs: what goes on in the next line, the next column and on the next page is one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.encodings import Encoding
from extractors.documents.parts import Box, Look, Paragraph, Piece
from extractors.documents.pdf.columns import Flow
from extractors.documents.pdf.grids import lines_among
from extractors.documents.pdf.sheet import PlacedGrid, Segment, box_around

_BULLET = re.compile(r"[-+*•–—▪◦]\s|\(?\d{1,3}[.)/]|\(?[a-zđ]\)|[IVXLC]{1,6}[.)]\s|(?:Điều|Chương|Phần|Mục)\s\S")
_STOPS = (".", ";", ":", "!", "?", "…", "/.")
_ON_BEHALF = re.compile(r"(?:TM|T/M|KT|TL|TUQ|Q)\.\s?")
_OWN_LINE = re.compile(
    r"(?:TM|T/M|KT|TL|TUQ|Q)\.|Độc lập|Số\s?:|V/v|(?:CHỦ|PHÓ|GIÁM|TRƯỞNG|CHÁNH|BÍ|TỔNG|CỤC|VỤ|HIỆU|VIỆN|BỘ)\s",
    re.UNICODE,
)
_CLOSERS = "\"”’')]» "
_SAME_SIZE = 0.08
_LOOSE = 1.2
_SPACE = 0.2
_INDENT, _MOST_INDENT = 0.7, 4.5
_CENTRE = 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a flow with how it lies between the flow's edges."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    first_word: float
    page: int
    flow: Flow
    confidence: float | None = None
    encoding: Encoding | None = None

    @property
    def indent(self) -> float:
        """How far right of the flow's edge it begins."""
        return self.box[0] - self.flow.left

    @property
    def rest(self) -> float:
        """How much room it leaves among the lines of its flow."""
        return self.flow.reach - self.box[2]

    @property
    def room(self) -> float:
        """By how much it could be longer and still stand in the same middle."""
        return 2 * min(self.indent, self.flow.right - self.box[2])

    @property
    def even(self) -> bool:
        """Whether it leaves as much room on the left as on the right."""
        return abs(self.indent - self.rest) <= 2 * _CENTRE

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle with room on both sides."""
        return self.even and min(self.indent, self.rest) > _CENTRE

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence or an item does."""
        return self.text.rstrip(_CLOSERS).endswith(_STOPS)

    @property
    def piece(self) -> Piece:
        """Its text with its place."""
        return Piece(self.text, self.page, self.box, self.confidence, self.encoding)


def runs_of(flow: Flow, page: int) -> Iterator[list[Line] | PlacedGrid]:
    """The lines of a flow, and the tables between them."""
    pending: list[Segment] = []
    for item in sorted(flow.items, key=lambda i: i.box[1]):
        if isinstance(item, Segment):
            pending.append(item)
            continue
        if pending:
            yield _lines(pending, flow, page)
        pending = []
        yield item
    if pending:
        yield _lines(pending, flow, page)


def _lines(segments: Iterable[Segment], flow: Flow, page: int) -> list[Line]:
    return [_line(line, flow, page) for line in lines_among(segments)]


def _line(parts: Sequence[Segment], flow: Flow, page: int) -> Line:
    sure = [part.confidence for part in parts if part.confidence is not None]
    return Line(
        text=" ".join(part.text for part in parts),
        box=box_around(part.box for part in parts),
        base=max(parts, key=lambda part: part.size).base,
        size=max(part.size for part in parts),
        bold=all(part.bold for part in parts),
        first_word=parts[0].first_word,
        page=page,
        flow=flow,
        confidence=sum(sure) / len(sure) if sure else None,
        encoding=next((part.encoding for part in parts if part.encoding), None),
    )


def paragraphs_of(lines: Sequence[Line], pitch: float) -> list[list[Line]]:
    """The lines of one flow in paragraphs; `pitch` is how far lines usually are apart, in shares of their size."""
    made: list[list[Line]] = []
    for line in lines:
        if made and _goes_on(made[-1], line, pitch):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def usual_pitch(runs: Iterable[Sequence[Line]]) -> float:
    """How far lines of running text are apart, in shares of their size."""
    pitches = sorted(
        (b.base - a.base) / a.size
        for lines in runs
        for a, b in itertools.pairwise(lines)
        if a.size == b.size and _full(a, b) and b.box[0] <= a.box[0] + 1
    )
    return pitches[len(pitches) // 2] if pitches else 1.3


def _goes_on(paragraph: Sequence[Line], line: Line, pitch: float) -> bool:
    """Whether a line goes on the paragraph above it."""
    last = paragraph[-1]
    if not _alike(last, line) or line.base - last.base > _LOOSE * max(pitch, 1.0) * last.size:
        return False
    if _middled(paragraph, line):
        return last.bold == line.bold and _full_in_the_middle(last, line)
    if last.centred != line.centred and not last.flow.side and (last.bold != line.bold or last.centred):
        return last.bold == line.bold and (_goes_on_in_the_middle(last, line) or _was_indented(last, line))
    return _full(last, line) and not _begins(paragraph, line)


def _goes_on_in_the_middle(last: Line, line: Line) -> bool:
    return last.centred and line.even and _full_in_the_middle(last, line)


def _was_indented(last: Line, line: Line) -> bool:
    """Whether a line that seems set in the middle is the indented first line of a paragraph."""
    return last.centred and last.indent <= _MOST_INDENT * last.size and line.indent <= 1 and _full(last, line)


def _alike(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= _SAME_SIZE * max(a.size, b.size)


def _middled(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether both lines are set in the middle, of the page or of their column."""
    last = paragraph[-1]
    if line.centred and (last.centred or (last.even and (last.rest > 1 or last.bold))):
        return True
    middles = [(one.box[0] + one.box[2]) / 2 for one in (last, line)]
    return last.flow.side and abs(middles[0] - middles[1]) <= _CENTRE and abs(last.box[0] - line.box[0]) > _CENTRE / 2


def _full(last: Line, line: Line) -> bool:
    """Whether the first word of a line would not have found room at the end of the one above."""
    return line.first_word + _SPACE * last.size > last.rest - 1


def _full_in_the_middle(last: Line, line: Line) -> bool:
    if _OWN_LINE.match(line.text) and (_ON_BEHALF.match(last.text) or not line.text.startswith("CHỦ NGHĨA")):
        return False
    return line.first_word + _SPACE * last.size > last.room - _CENTRE


def _begins(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line under a full one begins a paragraph all the same: by its mark or by its indent."""
    last = paragraph[-1]
    if _BULLET.match(line.text) and last.stopped:
        return True
    step = line.box[0] - last.box[0]
    if last.bold and not line.bold and abs(step) > 1:
        return True
    if step > _INDENT * line.size:
        hanging = len(paragraph) == 1 and _BULLET.match(last.text)
        return not hanging
    indented = line.indent > _INDENT * line.size and abs(step) <= 1
    return indented and len(paragraph) == 1 and last.stopped


def goes_over(last: Sequence[Line], following: Sequence[Line]) -> bool:
    """Whether a paragraph at the end of a column or page goes on at the begin of the next."""
    end, begin = last[-1], following[0]
    if not _alike(end, begin) or end.centred or begin.centred or not _full(end, begin) or _BULLET.match(begin.text):
        return False
    if begin.text[:1].islower() or (begin.text[:1].isdigit() and not end.stopped):
        return True
    if begin.text.isupper() or end.bold != begin.bold:
        return False
    if end.flow.side or begin.flow.side:
        return begin.indent <= 1 and len(last) > 1 and not end.stopped
    return begin.indent <= _INDENT * begin.size and (not end.stopped or last[0].indent > _INDENT * end.size)


def paragraph(lines: Sequence[Line]) -> Paragraph:
    """Lines as one paragraph."""
    middle = all(line.even and not line.flow.side for line in lines) and any(line.centred for line in lines)
    look = Look(max(line.size for line in lines), all(line.bold for line in lines), middle)
    return Paragraph(tuple(line.piece for line in lines), look)
