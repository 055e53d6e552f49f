"""What the markup of a page shows besides its text, for telling whether the page is an article at all."""

from __future__ import annotations

import re

from extractors.html.teasers import teasers_of
from extractors.html.tree import Tree, words_of
from extractors.purpose import Surroundings

_SERVER_CODE = re.compile(r"<\?(?:php|=)")
_UNFILLED = re.compile(r"\{\{[^{}]{1,80}\}\}|\{%[^%]{1,80}%\}|<%[=@ ]|lorem ipsum", re.IGNORECASE)
_LONGEST_ASIDE_CHARS = 2000


def surroundings_of(tree: Tree, raw: str) -> Surroundings:
    """The teasers of a page, what it shows where it does not work, and the marks of what was to fill it."""
    aside = [words_of(element) for element in tree.root.iter("title", "noscript")]
    return Surroundings(
        teasers_of(tree),
        tuple(words for words in aside if words and len(words) <= _LONGEST_ASIDE_CHARS),
        scripted=next(tree.root.iter("script"), None) is not None,
        unfilled=bool(_SERVER_CODE.search(raw)) or _shows_marks(tree),
    )


def _shows_marks(tree: Tree) -> bool:
    """Whether a reader sees marks of a template; those in scripts belong to the site's own programs."""
    texts = (text for seen in tree.seen for text in (seen.element.text, seen.element.tail) if text)
    return any(_UNFILLED.search(text) for text in texts)
