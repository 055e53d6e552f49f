"""A page of HTML to what an article is made of."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.plain.layout import Layout, laid_out
from extractors.plain.lines import line


@dataclass(frozen=True, slots=True)
class Markup:
    """A page laid out, with what only markup says."""

    layout: Layout
    author: str | None = None
    url: str | None = None


def read_html(raw: str, url: str | None) -> Markup:
    """Lay out a page of HTML."""
    import trafilatura

    text = trafilatura.extract(raw, url=url, include_comments=False) or ""
    return Markup(laid_out([line(part) for part in text.split("\n") if part.strip()]))
