"""The same pages through the tools one would otherwise use: trafilatura to read, underthesea's `ner` to extract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from extractors.model import Article, Page
from extractors.reading import Reading
from pipeline.bench.stages import Stage, timed

SENTENCES = 60
"""How many sentences `ner` is given: it takes milliseconds for each."""


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A tool that did not run here, and why."""

    name: str
    why: str


def trafilatura_alone(pages: Sequence[Page]) -> Stage | Unmeasured:
    """trafilatura's `bare_extraction` with metadata on the pages that are HTML."""
    from trafilatura import bare_extraction

    texts = [page.content.decode("utf-8", "replace") for page in pages if page.media_type == "text/html"]
    if not texts:
        return Unmeasured("trafilatura", "no page of HTML here")
    bare_extraction(texts[0], with_metadata=True)
    seconds = [timed(partial(bare_extraction, text, with_metadata=True))[0] for text in texts]
    return Stage("trafilatura bare_extraction", tuple(seconds), len(texts), 0)


def named_entities(articles: Sequence[Article], at_most: int = SENTENCES) -> Stage | Unmeasured:
    """underthesea's `ner` on the first sentences of the articles, one call for each sentence."""
    from extractors.lexicon import words_of

    sentences = list(islice(_sentences(articles), at_most))
    if not sentences:
        return Unmeasured("underthesea ner", "no sentence here")
    try:
        from underthesea import ner

        ner(sentences[0])
    except (ImportError, OSError) as error:
        return Unmeasured("underthesea ner", f"it does not run here ({type(error).__name__})")
    seconds = [timed(partial(ner, sentence))[0] for sentence in sentences]
    syllables = sum(len(words_of(sentence)) for sentence in sentences)
    return Stage("underthesea ner", tuple(seconds), len(sentences), syllables)


def _sentences(articles: Sequence[Article]) -> Iterator[str]:
    for article in articles:
        reading = Reading(article)
        yield from (article.text[start:end] for start, end in reading.sentences)
