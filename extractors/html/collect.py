"""A plain collector of text from markup that a tree cannot hold: too deep, too wide, or broken."""

from __future__ import annotations

from html.parser import HTMLParser

from extractors.errors import Unreadable
from extractors.plain.lines import Line, line

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea", "head", "nav", "footer", "form")
)
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "label", "mark", "q",
     "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img")
)  # fmt: skip
_MOST_LINES = 20_000


def collected_lines(raw: str) -> list[Line]:
    """The text of every block of the page, in order; raises `Unreadable` for more blocks than an article has."""
    collector = _Collector()
    try:
        collector.feed(raw)
        collector.close()
    except (AssertionError, ValueError) as error:
        raise Unreadable("undecodable", f"markup that cannot be read ({error}); fetch the page again") from error
    return [line(words) for words in collector.ended()]


class _Collector(HTMLParser):
    """Gathers text between tags; keeps no tree, so depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if self._silent is None and tag in _SILENT:
            self._silent = tag
        if tag not in _INLINE:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = None
        if tag not in _INLINE:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._silent is None:
            self._parts.append(data)

    def ended(self) -> list[str]:
        """The lines gathered."""
        self._end_line()
        return self._lines

    def _end_line(self) -> None:
        words = " ".join("".join(self._parts).split())
        self._parts.clear()
        if words:
            self._lines.append(words)
        if len(self._lines) > _MOST_LINES:
            raise Unreadable("too_large", f"more than {_MOST_LINES} blocks of text: not an article; take the page out")
