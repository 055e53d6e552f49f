"""What a page is for: to tell something, or to lead elsewhere, to keep readers out, to be filled in by a program.

Only a page that tells hardly anything is judged, so that no wording can turn an article into something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.errors import Unreadable
from extractors.letters import letters_in, vietnamese_in
from extractors.plain.layout import Layout
from extractors.plain.lines import Line
from extractors.plain.lines import line as line_of
from extractors.plain.squeeze import squeeze
from extractors.refusals import first_refusal, refusal_in

_ARTICLE_CHARS = 400
_NO_REFUSAL_CHARS = 1_500
_SENTENCE_CHARS = 40
_OPENING_CHARS = 120
_REFUSAL_CHARS = 200
_LEAST_TEASERS = 4
_SUMMARY_LETTERS = 90
_MANY_TIMES = 4
_LEAST_DATED_LINES = 4
_SHELL_LETTERS = 40
_CAPTION_LETTERS = 30
_NO_LIST_CHARS = 60_000
_MOST_LINES = 2_000
_WHOLE = re.compile(r"[.!?][\"”’)\]]{0,3}$|(?<!\.\.)[.!?] \S")
_DAY = r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}(?!\d)"
_DATED = re.compile(rf".{{0,24}}{_DAY}|.{{0,160}}{_DAY}(?:\W{{1,3}}\d{{1,2}}[:h]\d{{2}})?\W{{0,3}}$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What markup shows besides the text of a page.

    `teasers` are the letters of each box that announces another page, the longest first; `aside` is what only a page
    without text is judged by: the title of its window, and what stands in for its scripts. `scripted` pages have a
    program to fill them, `unfilled` ones show marks that a server was to fill.
    """

    teasers: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    scripted: bool = False
    unfilled: bool = False


NOTHING = Surroundings()


def must_tell_something(layout: Layout, around: Surroundings) -> None:
    """Raise `Unreadable` for a page that is a refusal, a template, a shell for a script or a list of other pages."""
    sentences = _own_sentences(layout, around.teasers)
    if _chars(sentences) >= _NO_REFUSAL_CHARS:
        return
    told = _chars([line for line in sentences if not refusal_in(line)])
    if told >= _ARTICLE_CHARS:
        return
    if told < _REFUSAL_CHARS:
        _must_not_refuse(layout, around, told)
    if around.unfilled:
        raise Unreadable("template_only", "a template that was never filled; fetch the page again or report the site")
    _must_not_be_a_shell(layout, around)
    _must_not_list(layout, around.teasers, told)


def _must_not_refuse(layout: Layout, around: Surroundings, told: int) -> None:
    beside = [] if told else [*(removed.quote for removed in layout.removed), *around.aside]
    rule = first_refusal([*(line for line, _ in layout.kept), *map(line_of, beside)])
    if rule is not None:
        raise Unreadable("refused", f"no article but a refusal ({rule.id}): {rule.value}")


def _must_not_be_a_shell(layout: Layout, around: Surroundings) -> None:
    if around.scripted and sum(map(letters_in, _shown(layout))) < _SHELL_LETTERS:
        raise Unreadable("refused", "a shell that only a browser fills; fetch it with one, or take the site's feed")


def _must_not_list(layout: Layout, teasers: Sequence[str], told: int) -> None:
    """A list of other pages tells nothing itself, or next to nothing beside the summaries of others."""
    summaries = [teaser for teaser in teasers if len(teaser) >= _SUMMARY_LETTERS]
    if told:
        listed = len(summaries) >= _LEAST_TEASERS and sum(map(len, summaries)) >= _MANY_TIMES * told
    else:
        listed = _dated_lines(layout) >= _LEAST_DATED_LINES or _only_announces(layout, teasers)
    if listed:
        raise Unreadable("listing", "a list of other pages, no article; take its articles, not the page itself")


def _dated_lines(layout: Layout) -> int:
    """How many lines are entries with a day, or how many days the page prints about itself, if those are more."""
    stated = {dated.date for dated in layout.publication.dates}
    return max(sum(bool(_DATED.match(words)) for words in _shown(layout)), len(stated))


def _only_announces(layout: Layout, teasers: Sequence[str]) -> bool:
    if len(teasers) < _LEAST_TEASERS or len(layout.kept) > _MOST_LINES:
        return False
    own = [(role, _left(line, teasers)) for line, role in layout.kept if role != "title"]
    pictured = any(role == "caption" and letters >= _CAPTION_LETTERS for role, letters in own)
    return not pictured and 2 * sum(letters for _, letters in own) < sum(map(len, teasers))


def _own_sentences(layout: Layout, teasers: Sequence[str]) -> list[Line]:
    """The Vietnamese sentences that stand in no teaser."""
    lines = [line for line, role in layout.kept if role != "title" and len(line.words) >= _SENTENCE_CHARS]
    lines = [line for line in lines if _WHOLE.search(line.words) and vietnamese_in(line.words[:_OPENING_CHARS])]
    if len(teasers) >= _LEAST_TEASERS and _chars(lines) < _NO_LIST_CHARS:
        lines = [line for line in lines if 2 * _left(line, teasers) >= len(squeeze(line.key))]
    return lines


def _chars(lines: Sequence[Line]) -> int:
    return sum(len(line.words) for line in lines)


def _left(line: Line, teasers: Sequence[str]) -> int:
    """How many letters of a line stand in no teaser."""
    letters = squeeze(line.key)
    for teaser in teasers:
        if letters in teaser:
            return 0
        letters = letters.replace(teaser, "")
    return len(letters)


def _shown(layout: Layout) -> Iterator[str]:
    yield from (line.words for line, _ in layout.kept)
    yield from (removed.quote for removed in layout.removed)
