"""Words recognised on pictures of pages to the segments of those pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from extractors.documents.pdf.sheet import Segment, Sheet, box_around
from extractors.errors import Unreadable
from extractors.model import PrintedWord, Removed

_LEAST_CONFIDENCE, _LEAST_FOR_MARKS = 0.05, 0.5
_NOISE = "|_~'‘’`^\\ "
_TALL_SHARE = 1.05
_DESCENT_SHARE = 0.18
_LIKE = (0.6, 1.6)
_WIDE = 1.6


def sheets_of_words(words: Sequence[PrintedWord] | None, sizes: Sequence[tuple[float, float]]) -> list[Sheet]:
    """The pages of a scan with what was recognised on them; `sizes` are width and height of each page.

    Raises `Unreadable` where nothing was recognised: the program for it is missing, or it found nothing.
    """
    if words is None:
        reason = "pictures of pages, no text: install Debian's tesseract-ocr and tesseract-ocr-vie, then run again"
        raise Unreadable("scan", reason)
    read = [word for word in words if _is_word(word)]
    if not read:
        raise Unreadable("no_text", "pictures of pages on which no words were recognised; check the scan")
    sheets = [Sheet(number, width, height, [], []) for number, (width, height) in enumerate(sizes, 1)]
    usual = _middle(_tall(word) for word in read)
    for _, line in groupby(read, key=lambda word: word.line):
        same = list(line)
        sheets[same[0].page - 1].segments += _segments(same, usual)
    return sheets


def unread_pages(words: Sequence[PrintedWord] | None, pages: int) -> tuple[Removed, ...]:
    """A note of the pages on which no words were recognised: empty ones, and those that nobody came to.

    >>> unread_pages([PrintedWord("Quyết", 2, 0, (0, 0, 9, 9), 0.9)], 5)
    (Removed(quote='no words recognised on pages 1, 3-5 of 5', rule='document.unread_pages'),)
    """
    read = {word.page for word in words or ()}
    unread = [number for number in range(1, pages + 1) if number not in read]
    runs = [[number for _, number in run] for _, run in groupby(enumerate(unread), key=lambda pair: pair[1] - pair[0])]
    told = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return (Removed(f"no words recognised on pages {told} of {pages}", "document.unread_pages"),) if unread else ()


def _is_word(word: PrintedWord) -> bool:
    """Whether a word is no speck of dirt that was taken for a mark."""
    told = any(character.isalnum() for character in word.text)
    return word.confidence >= (_LEAST_CONFIDENCE if told else _LEAST_FOR_MARKS) and bool(word.text.strip(_NOISE))


def _segments(line: Sequence[PrintedWord], usual: float) -> list[Segment]:
    """The words of a line, cut at wide gaps; lines of about the usual height are set in the same size."""
    tall = _middle(_tall(word) for word in line)
    size = _TALL_SHARE * (usual if _LIKE[0] * usual <= tall <= _LIKE[1] * usual else tall)
    base = _middle(word.box[3] for word in line) - _DESCENT_SHARE * size
    parts: list[list[PrintedWord]] = []
    for word in sorted(line, key=lambda w: w.box[0]):
        if parts and word.box[0] - parts[-1][-1].box[2] <= _WIDE * size:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [_segment(part, base, size) for part in parts]


def _segment(words: Sequence[PrintedWord], base: float, size: float) -> Segment:
    left, _, right, _ = box_around(word.box for word in words)
    weight = sum(len(word.text) for word in words)
    return Segment(
        text=" ".join(word.text for word in words),
        box=(left, base - 0.74 * size, right, base + 0.21 * size),
        base=base,
        size=size,
        bold=False,
        first_word=words[0].box[2] - words[0].box[0],
        confidence=sum(word.confidence * len(word.text) for word in words) / weight,
    )


def _tall(word: PrintedWord) -> float:
    return word.box[3] - word.box[1]


def _middle(values: Iterable[float]) -> float:
    in_order = sorted(values)
    return in_order[len(in_order) // 2]
