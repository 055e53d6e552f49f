"""Prints the facts of an article: as a line of JSON, or marked in its text (in colours on a terminal, else in tags)."""

from __future__ import annotations

import json
import sys

import typer

from extractors.guide import as_guide
from extractors.model import Article, Facts
from pipeline.harmless import unmoving
from pipeline.marked import HEADINGS, Entry, Piece, headline, legend, marks, pieces

_COLOURS = {
    "meeting": "cyan",
    "official": "bold green",
    "office": "green",
    "campaign": "bold yellow",
    "award": "bold magenta",
    "share": "magenta",
}


def print_jsonl(article: Article, facts: Facts, document_id: str) -> None:
    """Print the facts in the guide's shape, on one line."""
    typer.echo(json.dumps(as_guide(article, facts, document_id), ensure_ascii=False))


def print_marked(article: Article, facts: Facts) -> None:
    """Print the article with its facts marked, then the legend of the marks."""
    parts = list(pieces(article.text, marks(facts)))
    if sys.stdout.isatty():
        _print_coloured(article, parts, legend(facts))
    else:
        typer.echo(bracketed(article, parts, legend(facts)))


def bracketed(article: Article, parts: list[Piece], entries: list[Entry]) -> str:
    """The marked article as plain text: `[C1|…]` around what campaign 1 rests on."""
    lines = [unmoving(line) for line in headline(article)]
    body = "".join(_bracket(piece) for piece in parts)
    return "\n".join([*lines, "", body, "", *_legend_lines(entries), ""])


def _bracket(piece: Piece) -> str:
    if piece.mark and piece.step == "open":
        return f"[{piece.mark.label}|"
    return "]" if piece.step == "close" else unmoving(piece.text)


def _legend_lines(entries: list[Entry]) -> list[str]:
    lines: list[str] = []
    for letter, heading in HEADINGS.items():
        own = [entry for entry in entries if entry.label.startswith(letter)]
        lines += [heading] * bool(own)
        lines += [f"  {e.label:<4} {unmoving(e.told)}  ({e.rule}, {e.confidence:.2f})" for e in own]
    return lines or ["No facts found."]


def _print_coloured(article: Article, parts: list[Piece], entries: list[Entry]) -> None:
    from rich.console import Console
    from rich.text import Text

    shown = Text()
    for line in headline(article):
        shown.append(unmoving(line) + "\n", style="dim")
    shown.append("\n")
    for piece in parts:
        colour = _COLOURS[piece.mark.kind] if piece.mark else ""
        if piece.mark and piece.step == "open":
            shown.append(f"{piece.mark.label} ", style=f"dim {colour}")
        shown.append(unmoving(piece.text), style=colour)
    shown.append("\n\n" + "\n".join(_legend_lines(entries)) + "\n")
    Console(highlight=False, soft_wrap=False).print(shown)
