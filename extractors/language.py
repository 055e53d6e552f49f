"""The language pipeline: one spaCy `Language` whose components find the facts, each registered by name.

A component reads `doc._.reading` and sets its own attribute; the order below is the order in which they need each
other. The pipeline has no statistical model, downloads nothing, and gives the same facts for the same article.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.awards.find import find_awards
from extractors.campaigns.find import find_campaigns
from extractors.meetings.find import find_meetings
from extractors.model import Article, Facts
from extractors.officials.find import find_officials
from extractors.reading import Reading
from extractors.resolve import resolved
from extractors.shares import find_shares

COMPONENTS = ("thidua_sentences", "thidua_campaigns", "thidua_meetings", "thidua_officials", "thidua_awards")
_ATTRIBUTES = ("reading", "campaigns", "meetings", "officials", "awards", "shares")


_PIECE = re.compile(r"(\w+|\W)( ?)")


class SyllableTokenizer:
    """Splits a text into syllables, numbers and single marks without changing it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        pieces = _PIECE.findall(text)
        return Doc(self.vocab, words=[word for word, _ in pieces], spaces=[bool(space) for _, space in pieces])


@Language.component("thidua_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Mark where each sentence begins."""
    starts = [start for start, _ in doc._.reading.sentences]
    # one array for the whole document: setting tokens one by one looks the document over each time
    marks: Any = np.where(np.isin(doc.to_array([IDX]), starts), 1, -1).astype(np.int64).astype(np.uint64)
    return doc.from_array([SENT_START], marks) if len(doc) else doc


@Language.component("thidua_campaigns")
def mark_campaigns(doc: Doc) -> Doc:
    """Find the campaigns that the text names."""
    doc._.campaigns = find_campaigns(doc._.reading)
    return doc


@Language.component("thidua_meetings")
def mark_meetings(doc: Doc) -> Doc:
    """Find the meetings that the article reports."""
    doc._.meetings = find_meetings(doc._.reading)
    return doc


@Language.component("thidua_officials")
def mark_officials(doc: Doc) -> Doc:
    """Find the people who hold an office, with what they did."""
    doc._.officials = find_officials(doc._.reading)
    return doc


@Language.component("thidua_awards")
def mark_awards(doc: Doc) -> Doc:
    """Find the counts of honours and the percentages of them."""
    doc._.awards = find_awards(doc._.reading, doc._.officials)
    doc._.shares = find_shares(doc._.reading)
    return doc


@cache
def pipeline() -> Language:
    """The pipeline, built once a process."""
    for name in _ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    nlp.max_length = 50_000_000
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extract(article: Article) -> Facts:
    """All facts of an article; pure: the same article gives the same facts, in the same order."""
    nlp = pipeline()
    doc = nlp.make_doc(article.text)
    doc._.reading = Reading(article)
    doc = nlp(doc)
    return resolved(
        doc._.reading,
        Facts(
            meetings=doc._.meetings,
            officials=doc._.officials,
            campaigns=doc._.campaigns,
            awards=doc._.awards,
            shares=doc._.shares,
        ),
    )
