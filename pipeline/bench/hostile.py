"""Texts that are made to cost: what a rule looks for, said again and again, in a sentence that never stops."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from corpus.files import HOME
from corpus.rules import Rule, RuleTable
from extractors.dates.find import find_dates
from extractors.dates.periods import periods_in
from extractors.discovery.shapes import is_article
from extractors.discovery.topic import on_topic
from extractors.errors import Unreadable
from extractors.frames.find import find_document
from extractors.model import Article, Block, Page
from extractors.reading import Reading
from extractors.text import match_key

Cast = Literal["example", "cue"]
TABLES = tuple(sorted(path.stem for path in (HOME / "rules").glob("*.toml")))
_STOPS = re.compile(r"[.!?…;:\s]+")
_LINES = re.compile(r"[^\n]+")
_LINE = 380
"""Characters of a line that the rules about lines still look at."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A stretch to repeat: the example of a rule, or only the words in it that the rule knows it by."""

    rule: str
    cast: Cast
    stretch: str

    def grown(self, size: int) -> str:
        """A text of that many characters."""
        return (self.stretch * (size // len(self.stretch) + 1))[:size]


def hostile_to(table: RuleTable, rule: Rule) -> Iterator[Hostile]:
    """The worst that a rule can meet; nothing in it ends a sentence, nor a line but where a rule lives on lines."""
    lines = rule.example.splitlines() if table.name == "documents" else [rule.example]
    yield Hostile(rule.id, "example", "\n".join(map(_endless, lines)))
    cue = _cue(table, rule)
    if cue:
        yield Hostile(rule.id, "cue", _endless(cue))


def work_of(table: str) -> Callable[[str], object]:
    """What reads a text with the rules of a table, and with all that stands around them; the facts if nothing else."""
    return _WORKS.get(table, facts)


def article(text: str) -> Article:
    """An article in which every line is a block."""
    blocks = tuple(Block(line.start(), line.end(), "body") for line in _LINES.finditer(text))
    return Article("hostile.txt", text, blocks)


def facts(text: str) -> object:
    """All facts of a text."""
    from extractors.language import extract

    return extract(article(text))


def _dates(text: str) -> object:
    """The dates and periods of a text."""
    reading = Reading(article(text))
    return find_dates(reading), periods_in(reading.key)


def _read(text: str) -> object:
    """A page of such lines, read."""
    from extractors.article import read_page

    lines = "\n".join(text[at : at + _LINE] for at in range(0, len(text), _LINE))
    try:
        return read_page(Page(lines.encode(), "hostile.txt", "text/plain"))
    except Unreadable:
        return None


def _document(text: str) -> object:
    return find_document(Reading(article(text)))


def _address(text: str) -> object:
    return is_article(f"https://bao.example/{text}")


_WORKS: dict[str, Callable[[str], object]] = {
    "addresses": _address,
    "dates": _dates,
    "documents": _document,
    "furniture": _read,
    "published": _read,
    "refused": _read,
    "topic": on_topic,
    "walls": _read,
}


def _endless(text: str) -> str:
    return _STOPS.sub(" ", text).strip() + " "


def _cue(table: RuleTable, rule: Rule) -> str | None:
    """The words of the example that the rule fires on: what its pattern matches, else what the fact quotes."""
    if rule.pattern is not None and (found := table.compiled(rule.id).search(match_key(rule.example))):
        return found[0].strip() or None
    told = [facts(rule.example), find_dates(Reading(article(rule.example)))]
    return next(_quotes(told, rule.id), None)


def _quotes(fact: object, rule_id: str) -> Iterator[str]:
    """The quotes of the facts that a rule made, in whatever they lie."""
    if isinstance(fact, list | tuple):
        for part in fact:
            yield from _quotes(part, rule_id)
    elif is_dataclass(fact):
        span = getattr(fact, "span", None)
        if getattr(fact, "rule", None) == rule_id and span:
            yield span.quote
        for field in fields(fact):
            yield from _quotes(getattr(fact, field.name), rule_id)
