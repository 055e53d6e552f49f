"""Tables that are ruled: level and upright lines that meet make cells, and a missing line makes two cells one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.encodings import Encoding
from extractors.documents.parts import Box, Grid, GridCell, Piece
from extractors.documents.pdf.sheet import PlacedGrid, Segment, Sheet, Stroke, box_around
from extractors.encodings.syllables import is_syllable
from extractors.text import search_key

_TOUCH = 3.0
_COVERED = 0.6
_MOST_CELLS = 50_000
_LEAST_TALL, _LEAST_WIDE = 6.0, 6.0
_PADDING = 6.0


def ruled_grids(sheet: Sheet) -> tuple[list[PlacedGrid], list[Segment]]:
    """The ruled tables of a page from top to bottom, and the segments that stand in none of them."""
    left = list(sheet.segments)
    grids: list[PlacedGrid] = []
    for frame in _frames(sheet.strokes):
        inside = [s for s in left if _within(s, frame.box)]
        if inside:
            grids.append(PlacedGrid(_grid(frame, inside, sheet.number), frame.box, tuple(frame.across)))
            left = [s for s in left if not _within(s, frame.box)]
    grids.sort(key=lambda placed: placed.box[1])
    return grids, left


@dataclass(frozen=True, slots=True)
class _Frame:
    """The lines of one table: where its columns and rows begin and end."""

    across: list[float]
    down: list[float]
    uprights: list[Stroke]
    levels: list[Stroke]

    @property
    def box(self) -> Box:
        return self.across[0], self.down[0], self.across[-1], self.down[-1]


def _frames(strokes: Sequence[Stroke]) -> list[_Frame]:
    """Each set of lines that touch, where it makes at least two cells."""
    made: list[_Frame] = []
    for group in _touching(strokes):
        uprights, levels = [s for s in group if s.upright], [s for s in group if not s.upright]
        across = _places((s.at for s in uprights), _LEAST_WIDE)
        down = _places((s.at for s in levels), _LEAST_TALL)
        cells = (len(across) - 1) * (len(down) - 1)
        if min(len(across), len(down)) >= 2 and 2 <= cells <= _MOST_CELLS:
            made.append(_Frame(across, down, uprights, levels))
    return made


def _touching(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes in groups: two are of one group where a level and an upright one meet, or two of a kind go on."""
    heads = list(range(len(strokes)))

    def head(i: int) -> int:
        while heads[i] != i:
            heads[i] = heads[heads[i]]
            i = heads[i]
        return i

    uprights = [(i, s) for i, s in enumerate(strokes) if s.upright]
    for i, level in ((i, s) for i, s in enumerate(strokes) if not s.upright):
        for j, upright in uprights:
            if _meet(level, upright):
                heads[head(j)] = head(i)
    groups: dict[int, list[Stroke]] = {}
    for i, stroke in enumerate(strokes):
        groups.setdefault(head(i), []).append(stroke)
    return [group for group in groups.values() if len(group) > 3]


def _meet(level: Stroke, upright: Stroke) -> bool:
    crosses = level.start - _TOUCH <= upright.at <= level.end + _TOUCH
    return crosses and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH


def _places(found: Iterable[float], apart: float) -> list[float]:
    """Coordinates in order, those close together as one."""
    places: list[float] = []
    for at in sorted(found):
        if not places or at - places[-1] > apart:
            places.append(at)
    return places


def _within(segment: Segment, box: Box) -> bool:
    x, y = (segment.box[0] + segment.box[2]) / 2, (segment.box[1] + segment.box[3]) / 2
    return box[0] - _TOUCH <= x <= box[2] + _TOUCH and box[1] - _TOUCH <= y <= box[3] + _TOUCH


def _grid(frame: _Frame, segments: Sequence[Segment], page: int) -> Grid:
    """The table with what is written in each of its cells."""
    owners = _owners(frame)
    fields: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for field, owner in owners.items():
        fields.setdefault(owner, []).append(field)
    written: dict[tuple[int, int], list[Segment]] = {}
    for segment in segments:
        at = (
            _index(frame.down, (segment.box[1] + segment.box[3]) / 2),
            _index(frame.across, (segment.box[0] + segment.box[2]) / 2),
        )
        written.setdefault(owners[at], []).append(segment)
    cells = []
    for (row, column), covered in sorted(fields.items()):
        rows, columns = max(r for r, _ in covered) - row + 1, max(c for _, c in covered) - column + 1
        width = frame.across[column + columns] - frame.across[column]
        pieces = cell_pieces(written.get((row, column), ()), page, width)
        cells.append(GridCell(pieces, row, column, rows, columns))
    return Grid(tuple(cells))


def _index(places: Sequence[float], at: float) -> int:
    """Between which two places a point stands, counted from 0."""
    inner = sum(1 for place in places[1:-1] if at >= place)
    return min(inner, len(places) - 2)


def _owners(frame: _Frame) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field of the grid, the first field of the cell it belongs to."""
    rows, columns = len(frame.down) - 1, len(frame.across) - 1
    owners = {(r, c): (r, c) for r in range(rows) for c in range(columns)}
    uprights, levels = _by_place(frame.uprights, frame.across), _by_place(frame.levels, frame.down)
    for r in range(rows):
        for c in range(columns):
            top, bottom = frame.down[r], frame.down[r + 1]
            if c and not _covered(uprights[c], top, bottom):
                owners[r, c] = owners[r, c - 1]
            elif r and not _covered(levels[r], frame.across[c], frame.across[c + 1]):
                owners[r, c] = owners[r - 1, c]
    return owners


def _by_place(strokes: Sequence[Stroke], places: Sequence[float]) -> list[list[Stroke]]:
    return [[s for s in strokes if abs(s.at - place) <= _LEAST_WIDE] for place in places]


def _covered(strokes: Sequence[Stroke], start: float, end: float) -> bool:
    """Whether strokes on one line cover most of a stretch."""
    covered, at = 0.0, start
    for stroke in sorted(strokes, key=lambda s: s.start):
        begin, stop = max(stroke.start, at), min(stroke.end, end)
        if stop > begin:
            covered += stop - begin
            at = stop
    return covered >= _COVERED * (end - start)


def cell_pieces(segments: Sequence[Segment], page: int, width: float | None) -> tuple[Piece, ...]:
    """What is written in a cell, line by line; `width` is that between its ruled edges.

    A word or a number that is wider than its cell goes on in the next line: its parts are one.
    """
    pieces: list[Piece] = []
    above: Sequence[Segment] = ()
    for line in lines_among(segments):
        words = " ".join(s.text for s in line)
        if above and width is not None and _breaks_a_word(above, line, width):
            piece, box = pieces[-1], box_around(s.box for s in line)
            joined = box_around([piece.box, box]) if piece.box else box
            pieces[-1] = replace(piece, text=piece.text + words, box=joined)
        else:
            pieces.append(_piece(line, words, page))
        above = line
    return tuple(pieces)


def _piece(line: Sequence[Segment], words: str, page: int) -> Piece:
    box = box_around(s.box for s in line)
    sure = [s.confidence for s in line if s.confidence is not None]
    return Piece(words, page, box, min(sure, default=None), _encoding(line))


def _breaks_a_word(above: Sequence[Segment], line: Sequence[Segment], width: float) -> bool:
    """Whether a line is one word up to the edge of its cell, and that word only whole with the next line's first."""
    begin, rest = above[-1].text, line[0].text.split(" ", 1)[0]
    numeral = begin.isdecimal() and rest.isdecimal()
    if len(above) > 1 or " " in begin or not (numeral or (begin.isalpha() and rest.isalpha())):
        return False
    taken = above[0].box[2] - above[0].box[0]
    size = above[0].size
    full = width - taken <= 2 * _PADDING + size and taken + line[0].first_word > width - 2 * _PADDING
    whole = begin + rest
    initials = whole.isupper() and not set(search_key(whole)) & set("aeiouy")
    return full and (numeral or initials or (is_syllable(whole) and not (is_syllable(begin) and is_syllable(rest))))


def _encoding(line: Sequence[Segment]) -> Encoding | None:
    return next((segment.encoding for segment in line if segment.encoding), None)


def lines_among(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments in lines from top to bottom, each from left to right."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.base, s.box[0])):
        if lines and abs(segment.base - lines[-1][0].base) <= 0.4 * max(segment.size, lines[-1][0].size):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda s: s.box[0]) for line in lines]
