"""The same work by the tools one would otherwise use: trafilatura to read, underthesea's `ner` to extract.

underthesea's `word_tokenize` finds no facts; it is the yardstick for what one pass over a text costs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from extractors.model import Article, Page
from extractors.reading import Reading
from pipeline.bench.stages import article_in
from pipeline.bench.timing import Stage, raced

SENTENCES = 60
"""How many sentences `ner` is given, to the end of an article: it takes milliseconds for each."""

TURNS = 7
"""How often extraction and `word_tokenize` run in turns; both take milliseconds, which little disturbs a lot."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stage of ours and another tool's way to do it, on the same texts, each of about so many characters."""

    ours: Stage
    other: Stage
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A comparison that could not be made here, and why."""

    name: str
    why: str


def beside_trafilatura(pages: Sequence[Page]) -> Comparison | Unmeasured:
    """Reading, and trafilatura's `bare_extraction` with metadata, on the pages that are HTML."""
    from trafilatura import bare_extraction

    html = [page for page in pages if page.media_type == "text/html"]
    if not html:
        return Unmeasured("trafilatura", "no page of HTML here")
    theirs = [partial(bare_extraction, page.content.decode("utf-8", "replace"), with_metadata=True) for page in html]
    theirs[0]()
    laps = [raced(partial(article_in, page), other) for page, other in zip(html, theirs, strict=True)]
    own, other = zip(*laps, strict=True)
    return Comparison(Stage("read", own, len(html), 0), Stage("trafilatura bare_extraction", other, len(html), 0))


def beside_underthesea(articles: Sequence[Article], at_most: int = SENTENCES) -> Comparison | Unmeasured:
    """Extraction, and underthesea's `ner` with one call for each sentence, on the first articles."""
    from extractors.language import extract
    from extractors.lexicon import words_of

    chosen = _first(articles, at_most)
    if not chosen:
        return Unmeasured("underthesea ner", "no sentence here")
    try:
        from underthesea import ner

        ner(chosen[0][1][0])
    except (ImportError, OSError) as error:
        return Unmeasured("underthesea ner", f"it does not run here ({type(error).__name__})")
    laps = [raced(partial(extract, article), partial(_each, ner, sentences)) for article, sentences in chosen]
    own, other = zip(*laps, strict=True)
    syllables = sum(len(words_of(article.text)) for article, _ in chosen)
    calls = sum(len(sentences) for _, sentences in chosen)
    return Comparison(Stage("extract", own, len(chosen), syllables), Stage("underthesea ner", other, calls, syllables))


def beside_word_tokenize(articles: Sequence[Article]) -> Comparison | Unmeasured:
    """All facts of an article, and underthesea's `word_tokenize` of its text, on each of the articles."""
    from extractors.language import extract

    if not articles:
        return Unmeasured("underthesea word_tokenize", "no article here")
    try:
        from underthesea import word_tokenize

        word_tokenize(articles[0].text)
    except (ImportError, OSError) as error:
        return Unmeasured("underthesea word_tokenize", f"it does not run here ({type(error).__name__})")
    laps = [raced(partial(extract, article), partial(word_tokenize, article.text), TURNS) for article in articles]
    own, other = zip(*laps, strict=True)
    return Comparison(
        Stage("extract", own, len(articles), 0),
        Stage("underthesea word_tokenize", other, len(articles), 0),
        round(median(len(article.text) for article in articles)),
    )


def _first(articles: Sequence[Article], at_most: int) -> list[tuple[Article, list[str]]]:
    """The first articles with their sentences, until there are enough."""
    chosen: list[tuple[Article, list[str]]] = []
    for article in articles:
        if sum(len(sentences) for _, sentences in chosen) >= at_most:
            break
        sentences = [article.text[start:end] for start, end in Reading(article).sentences]
        if sentences:
            chosen.append((article, sentences))
    return chosen


def _each(tool: Callable[[str], object], sentences: Sequence[str]) -> None:
    for sentence in sentences:
        tool(sentence)
