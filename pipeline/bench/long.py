"""The long articles whose facts are timed beside `word_tokenize`: some 7,800 characters, a full page of a newspaper."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.files import HOME
from extractors.model import Article, Page
from pipeline.bench.stages import article_in

SHORTEST, LONGEST = 7_000, 8_400
SAMPLES = HOME / "samples" / "long"
AT_MOST = 12


def long_articles(articles: Sequence[Article]) -> list[Article]:
    """The first long ones among the articles; where there is none, those of the samples."""
    own = (article_in(Page(path.read_bytes(), path.name, "text/plain")) for path in sorted(SAMPLES.glob("*.txt")))
    found = [article for article in articles if _is_long(article)]
    return (found or [article for article in own if article and _is_long(article)])[:AT_MOST]


def _is_long(article: Article) -> bool:
    return SHORTEST <= len(article.text) <= LONGEST
