"""A page of HTML to what an article is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.html.body import body_lines
from extractors.html.collect import collected_lines
from extractors.html.dates import declared_stamps, shown_stamps
from extractors.html.metadata import heading_above, lead_under, metadata_of
from extractors.html.surroundings import surroundings_of
from extractors.html.tables import MarkedTable, data_tables
from extractors.html.tree import tree_of
from extractors.plain.layout import Layout, laid_out
from extractors.plain.lines import Line, line
from extractors.plain.squeeze import told
from extractors.purpose import NOTHING, Surroundings

_LEAST_TEXT_CHARS = 250
_RUN_TOGETHER_LINES = 2
_PARAGRAPH_CHARS = 60


@dataclass(frozen=True, slots=True)
class Markup:
    """A page laid out, with what only markup says."""

    layout: Layout
    around: Surroundings = NOTHING
    author: str | None = None
    url: str | None = None
    tables: tuple[MarkedTable, ...] = ()


def read_html(raw: str, url: str | None) -> Markup:
    """Lay out a page of HTML; raises `Unreadable` where it has more text blocks than an article."""
    tree = tree_of(raw)
    if tree is None:
        return Markup(laid_out(collected_lines(raw), url=url))
    tables = data_tables(tree.root)
    said = metadata_of(tree, url)
    body = _whole(body_lines(tree), raw)
    title = said.title or heading_above(tree, next((part.words for part in body if part.is_prose), ""))
    stamps = [*declared_stamps(tree, said.records), *shown_stamps(tree, title)]
    layout = laid_out(_with_head(body, title, lead_under(tree, title)), stamps, said.url or url)
    return Markup(layout, surroundings_of(tree, raw), layout.author or said.author, said.url, tables)


def _with_head(body: list[Line], title: str | None, lead: str | None) -> list[Line]:
    """The body under its title and its lead; a lead that the body repeats stands once, one that it goes on with not.

    What holds several paragraphs of the body is the body under the name of a lead.
    """
    head = [line(title, hint="title")] if title else []
    own = line(lead, hint="lead") if lead else None
    if own is None:
        return [*head, *body]
    told_by = told(own.key)
    if sum(len(part.words) >= _PARAGRAPH_CHARS and told(part.key) in told_by for part in body) > 1:
        return [*head, *body]
    rest = [part for part in body if told(part.key) != told_by]
    return [*head, *([] if any(told(part.key).startswith(told_by) for part in rest) else [own]), *rest]


def _whole(body: list[Line], raw: str) -> list[Line]:
    """The body, or every line of the page where the main text has missed some of it or run it together."""
    told = _sentence_chars(body)
    run_together = len(body) <= _RUN_TOGETHER_LINES and not told and not any(part.hint for part in body)
    if not run_together and sum(len(part.words) for part in body) >= _LEAST_TEXT_CHARS:
        return body
    collected = collected_lines(raw)
    return collected if run_together or _sentence_chars(collected) > told else body


def _sentence_chars(lines: Sequence[Line]) -> int:
    return sum(len(part.words) for part in lines if part.is_prose and (part.stopped or ". " in part.words))
