"""Who signed a document: office and name under the text, and on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import Block, Signer, Span
from extractors.official.copies import copies_mark
from extractors.official.names import name_at_end
from extractors.official.signs import office_head, sign
from extractors.official.stretch import Stretch, is_shouted
from extractors.reading import Reading

BEFORE, REACH, MAX_LINE = 8, 28, 320
_WORD = re.compile(r"[^\s|]+")
_LEAST = 4
_COPY = "-–+*•_("


def signer_of(reading: Reading, first: int, copies_at: int | None) -> Signer | None:
    """Who signed: an office in capitals with a name under it, around "Nơi nhận" or else anywhere below `first`."""
    blocks = reading.article.blocks
    start, end = first, len(blocks)
    if copies_at is not None:
        start, end = max(first, copies_at - BEFORE), min(end, copies_at + REACH)
    for n in range(start, end):
        offices = [run for run in _shouted(reading, blocks[n]) if _tells_office(reading, run)]
        if offices and blocks[n].role != "row":
            lines, name = _down_to_name(reading, blocks[n : n + REACH], offices)
            if name:
                return _signed(reading, lines, name)
    return None


def _tells_office(reading: Reading, run: Stretch) -> bool:
    key = reading.key[run.start : run.end]
    return sign("behalf").match(key) is not None or office_head().search(key) is not None


def _down_to_name(
    reading: Reading, blocks: Sequence[Block], lines: list[Stretch]
) -> tuple[list[Stretch], Stretch | None]:
    """The lines in capitals down to the name; copies and "(Đã ký)" may stand between, running text may not."""
    name = name_at_end(reading, lines[-1].end, blocks[0].end)
    for block in blocks[1:]:
        if name:
            break
        more = list(_shouted(reading, block))
        lines += [run for run in more if _tells_office(reading, run) or run == (block.start, block.end)]
        name = name_at_end(reading, more[-1].end if more else block.start, block.end)
        if not (name or more or _is_between(reading, block)):
            break
    return lines, name


def _is_between(reading: Reading, block: Block) -> bool:
    """Whether a line may stand between office and name: a copy and what goes on with it, "(Đã ký)", a rule."""
    text = reading.text[block.start : block.end]
    if text.lstrip()[:1] in _COPY or copies_mark(reading, block):
        return True
    return sign("signed").match(reading.key, block.start, block.end) is not None or text.rstrip().endswith(";")


def _shouted(reading: Reading, block: Block) -> Iterator[Stretch]:
    """The runs of words in capitals in a short line."""
    if block.end - block.start > MAX_LINE:
        return
    start = end = -1
    for word in _WORD.finditer(reading.text, block.start, block.end):
        joins = start >= 0 and "|" not in reading.text[end : word.start()]
        loud = is_shouted(word[0]) or (joins and word[0] in "-–&")
        if loud and joins:
            end = word.end()
            continue
        if end - start >= _LEAST:
            yield Stretch(start, end)
        start, end = word.span() if loud else (-1, -1)
    if end - start >= _LEAST:
        yield Stretch(start, end)


def _signed(reading: Reading, lines: Sequence[Stretch], name: Stretch) -> Signer:
    """The lines in capitals taken apart: the last mark with whom it stands for, and the office."""
    shown = " ".join(" ".join(reading.text[one.start : one.end].split()) for one in lines)
    key = " ".join(" ".join(reading.key[one.start : one.end].split()) for one in lines)
    marks = list(sign("behalf").finditer(key))
    after = marks[-1].end() if marks else 0
    office_at = _office_at(key, after, marked=bool(marks))
    return Signer(
        span=reading.span(*name),
        name=" ".join(reading.text[name.start : name.end].split()),
        office=shown[office_at:].strip(" .,:-") or None,
        on_behalf=shown[marks[-1].start() : after].strip() if marks else None,
        on_behalf_of=(shown[after:office_at].strip(" .,:-") or None) if marks else None,
    )


def _office_at(key: str, after: int, *, marked: bool) -> int:
    """Where the office begins: at the first head, or, where the one stood for is an office too, at the next."""
    heads = [match.start() for match in office_head().finditer(key, after)]
    behind = [at for at in heads if at > after] if marked else heads
    return behind[0] if behind else heads[0] if heads else after


def office_above(reading: Reading, signer: Signer) -> Span | None:
    """Where the signer's office stands: its words nearest above the name; lines may part them."""
    if signer.office is None:
        return None
    words = r"[\s|]+".join(re.escape(word) for word in signer.office.split())
    around = reading.text[max(0, signer.span.start - REACH * MAX_LINE) : signer.span.start]
    found = [match.span() for match in re.finditer(words, around)]
    if not found:
        return None
    offset = signer.span.start - len(around)
    return reading.span(found[-1][0] + offset, found[-1][1] + offset)
