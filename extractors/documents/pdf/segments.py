"""Glyphs to segments: what stands on one line without a wide gap or a ruled line between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from extractors.documents.pdf.sheet import Glyph, Segment, Stroke
from extractors.encodings.fonts import Spelling

_ASCENT, _DESCENT = 0.74, 0.21
_SHIFT = 0.5
_BACK = 0.6
_WORD_GAP = 0.16
_LEAST_GAP, _WIDEST_SPACE, _UNLIKE = 1.0, 2.5, 2.2
_NEAR = 1.0


def segments_of(
    written: Iterable[Glyph | None], strokes: Sequence[Stroke], spellings: Mapping[str, Spelling]
) -> list[Segment]:
    """The segments of a page in the order of writing; `spellings` has the fonts that are not in Unicode."""
    fences = _Fences(strokes)
    return [_segment(part, spellings) for line in _level_runs(written) for part in _parts(_words(line), fences)]


def _level_runs(written: Iterable[Glyph | None]) -> Iterator[list[Glyph]]:
    """Glyphs that follow each other from left to right on one height."""
    run: list[Glyph] = []
    for glyph in written:
        if glyph is None or (run and _leaves(run[-1], glyph)):
            if run:
                yield run
            run = []
        if glyph is not None:
            run.append(glyph)
    if run:
        yield run


def _leaves(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.font.size, glyph.font.size, 1.0)
    return abs(glyph.base - last.base) > _SHIFT * size or glyph.left < last.right - _BACK * size


def _words(line: Sequence[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    apart = True
    for glyph in line:
        if glyph.text.isspace():
            apart = True
            continue
        if apart or glyph.left - words[-1][-1].right > _WORD_GAP * max(glyph.font.size, 1.0):
            words.append([])
        words[-1].append(glyph)
        apart = False
    return words


def _parts(words: Sequence[list[Glyph]], fences: _Fences) -> Iterator[list[list[Glyph]]]:
    """Words with no gap between them much wider than the others of the line, nor a ruled line."""
    gaps = [b[0].left - a[-1].right for a, b in pairwise(words)]
    if not words:
        return
    part: list[list[Glyph]] = []
    least = min(gaps, default=0.0)
    for gap, word in zip([0.0, *gaps], words, strict=True):
        size = max(word[0].font.size, 1.0)
        wide = max(_LEAST_GAP * size, min(_UNLIKE * least, _WIDEST_SPACE * size))
        if part and (gap > wide or fences.between(part[-1][-1], word[0])):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


class _Fences:
    """The upright lines of a page, for asking whether one stands between two words."""

    def __init__(self, strokes: Sequence[Stroke]) -> None:
        self._upright = sorted((s for s in strokes if s.upright), key=lambda s: s.at)
        self._places = [s.at for s in self._upright]

    def between(self, a: Glyph, b: Glyph) -> bool:
        """Whether a line stands between two glyphs of one line of writing."""
        height = a.base - 0.3 * a.font.size
        first, last = bisect_left(self._places, a.right - _NEAR), bisect_right(self._places, b.left + _NEAR)
        return any(s.start <= height <= s.end for s in self._upright[first:last])


def _segment(words: Sequence[Sequence[Glyph]], spellings: Mapping[str, Spelling]) -> Segment:
    glyphs = [glyph for word in words for glyph in word]
    size = max(glyph.font.size for glyph in glyphs)
    base = max((g.base for g in glyphs if g.font.size == size), default=glyphs[0].base)
    told = [glyph for glyph in glyphs if glyph.text.isalnum()] or glyphs
    return Segment(
        text=_spelt(words, spellings),
        box=(glyphs[0].left, base - _ASCENT * size, glyphs[-1].right, base + _DESCENT * size),
        base=base,
        size=size,
        bold=all(glyph.font.bold for glyph in told),
        first_word=words[0][-1].right - words[0][0].left,
        encoding=next((spellings[g.font.name].encoding for g in glyphs if g.font.name in spellings), None),
    )


def _spelt(words: Sequence[Sequence[Glyph]], spellings: Mapping[str, Spelling]) -> str:
    """The words in Unicode: each run of a font by the font's own spelling."""
    if not spellings:
        return " ".join("".join(glyph.text for glyph in word) for word in words)
    written = [(glyph.text, glyph.font.name) for word in words for glyph in (*word, _space(word[-1]))][:-1]
    runs = ((name, "".join(text for text, _ in run)) for name, run in groupby(written, key=lambda pair: pair[1]))
    return "".join(spellings[name](text) if name in spellings else text for name, text in runs)


def _space(after: Glyph) -> Glyph:
    return Glyph(" ", after.right, after.right, after.base, after.font)
