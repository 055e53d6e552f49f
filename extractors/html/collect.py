"""A plain collector of text from markup that a tree cannot hold: too deep, too wide, or broken.

It keeps no tree and looks at each character once, so neither depth nor unclosed marks cost anything. (The standard
library's `HTMLParser` takes quadratic time over unclosed comments.)
"""

from __future__ import annotations

import html
import re

from extractors.errors import Unreadable
from extractors.plain.lines import Line, line
from extractors.plain.read import LINE_LIMIT

_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "button",
        "textarea",
        "head",
        "nav",
        "footer",
        "form",
    )
)
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "label",
     "mark", "q", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img")
)  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})")


def collected_lines(raw: str) -> list[Line]:
    """The text of every block of the page, in order; raises `Unreadable` for more blocks than an article has."""
    blocks: list[str] = []
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while at < len(raw):
        start = raw.find("<", at)
        start = len(raw) if start < 0 else start
        parts.append(raw[at:start])
        at, name = _past_mark(raw, start, unclosed)
        if name not in _INLINE:
            _end_block(parts, blocks)
    _end_block(parts, blocks)
    return [line(words) for words in blocks]


def _past_mark(raw: str, start: int, unclosed: set[str]) -> tuple[int, str]:
    """Where the mark at `start` ends, and the element it opens or closes; a silent element ends with its end tag."""
    if raw.startswith("<!--", start):
        return _past(raw, "-->", start + 4), "a"
    tag = _TAG.match(raw, start)
    if tag is None:
        end = _past(raw, ">", start) if raw.startswith(("<!", "<?"), start) else start + 1
        return end, "a"
    name = tag[2].lower()
    end = _past(raw, ">", tag.end())
    if tag[1] or name not in _SILENT or name in unclosed:
        return end, name
    closing = re.compile(f"</{name}(?![a-z0-9-])", re.IGNORECASE).search(raw, end)
    if closing is None:
        unclosed.add(name)
        return end, name
    return _past(raw, ">", closing.end()), name


def _past(raw: str, mark: str, start: int) -> int:
    found = raw.find(mark, start)
    return len(raw) if found < 0 else found + len(mark)


def _end_block(parts: list[str], blocks: list[str]) -> None:
    words = " ".join(html.unescape("".join(parts)).split())
    parts.clear()
    if words:
        blocks.append(words)
    if len(blocks) > LINE_LIMIT:
        raise Unreadable("too_large", f"more than {LINE_LIMIT} blocks of text: not an article; take the page out")
