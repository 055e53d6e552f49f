"""The language pipeline: one spaCy `Language` whose components find the facts, each registered by name.

A component reads `doc._.reading` and sets its own attribute; the order below is the order in which they need each
other. The pipeline has no statistical model, downloads nothing, and gives the same facts for the same article.
A token is a sentence: rules read the match key, and to make a token of every syllable would cost as much as a rule.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.awards.find import find_awards
from extractors.campaigns.find import find_campaigns
from extractors.frames.find import find_document
from extractors.frames.issued import granted_by_issuer
from extractors.frames.signer import with_signer
from extractors.meetings.find import find_meetings
from extractors.model import Article, Facts
from extractors.officials.find import find_officials
from extractors.reading import Reading
from extractors.resolve import resolved
from extractors.shares import find_shares
from extractors.tables.find import find_tables

COMPONENTS = (
    "thidua_campaigns", "thidua_meetings", "thidua_officials", "thidua_document", "thidua_awards", "thidua_tables",
)  # fmt: skip
for _attribute in ("reading", "campaigns", "meetings", "officials", "awards", "shares", "document", "discrepancies"):
    Doc.set_extension(_attribute, default=(), force=True)


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


@Language.component("thidua_document")
def mark_document(doc: Doc) -> Doc:
    """Find the frame of an official document; whoever signed it is an official too."""
    doc._.document = find_document(doc._.reading)
    doc._.officials = with_signer(doc._.reading, doc._.officials, doc._.document)
    return doc


@Language.component("thidua_awards")
def mark_awards(doc: Doc) -> Doc:
    """Find the counts of honours and the percentages of them."""
    doc._.awards = find_awards(doc._.reading, doc._.officials)
    doc._.shares = find_shares(doc._.reading)
    return doc


@Language.component("thidua_tables")
def mark_tables(doc: Doc) -> Doc:
    """Find the awards of tables, set them against those of the text, and note what does not agree."""
    granted = granted_by_issuer(doc._.awards, doc._.document)
    doc._.awards, doc._.discrepancies = find_tables(doc._.reading, granted, doc._.document)
    return doc


@cache
def pipeline() -> Language:
    """The pipeline, built once a process."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def document(article: Article) -> Doc:
    """The article as the pipeline takes it: its text, sentence by sentence, with its reading.

    Each has a vocabulary of its own, so that a worker does not remember every sentence that it ever read.
    """
    reading = Reading(article)
    starts = [0, *(start for start, _ in reading.sentences[1:]), len(article.text)]
    sentences = [article.text[start:end] for start, end in pairwise(starts) if start < end]
    opening: list[bool | int | None] = [True] * len(sentences)
    doc = Doc(Vocab(), words=sentences, spaces=[False] * len(sentences), sent_starts=opening)
    doc._.reading = reading
    return doc


def extract(article: Article) -> Facts:
    """All facts of an article; pure: the same article gives the same facts, in the same order."""
    doc = pipeline()(document(article))
    return resolved(
        doc._.reading,
        Facts(
            meetings=doc._.meetings,
            officials=doc._.officials,
            campaigns=doc._.campaigns,
            awards=doc._.awards,
            shares=doc._.shares,
            document=doc._.document,
            discrepancies=doc._.discrepancies,
        ),
    )
