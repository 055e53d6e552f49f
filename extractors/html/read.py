"""A page of HTML to what an article is made of."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.html.body import body_lines
from extractors.html.collect import collected_lines
from extractors.html.dates import declared_stamps, shown_stamps
from extractors.html.metadata import heading_above, lead_under, metadata_of
from extractors.html.tree import tree_of
from extractors.plain.layout import Layout, laid_out
from extractors.plain.lines import Line, line
from extractors.plain.squeeze import told

_LEAST_TEXT_CHARS = 250


@dataclass(frozen=True, slots=True)
class Markup:
    """A page laid out, with what only markup says."""

    layout: Layout
    author: str | None = None
    url: str | None = None


def read_html(raw: str, url: str | None) -> Markup:
    """Lay out a page of HTML; raises `Unreadable` where it has more text blocks than an article."""
    tree = tree_of(raw)
    if tree is None:
        return Markup(laid_out(collected_lines(raw)))
    said = metadata_of(tree, url)
    body = body_lines(tree)
    if sum(len(part.words) for part in body) < _LEAST_TEXT_CHARS:
        body = max(body, collected_lines(raw), key=_prose_chars)
    title = said.title or heading_above(tree, next((part.words for part in body if part.is_prose), ""))
    stamps = [*declared_stamps(tree, said.records), *shown_stamps(tree, title)]
    layout = laid_out(_with_head(body, title, lead_under(tree, title)), stamps)
    return Markup(layout, layout.author or said.author, said.url)


def _with_head(body: list[Line], title: str | None, lead: str | None) -> list[Line]:
    """The body under its title and its lead; a lead that the body repeats stands once, one that it goes on with not."""
    head = [line(title, hint="title")] if title else []
    own = line(lead, hint="lead") if lead else None
    if own is None:
        return [*head, *body]
    told_by = told(own.key)
    rest = [part for part in body if told(part.key) != told_by]
    return [*head, *([] if any(told(part.key).startswith(told_by) for part in rest) else [own]), *rest]


def _prose_chars(lines: list[Line]) -> int:
    return sum(len(part.words) for part in lines if part.is_prose)
