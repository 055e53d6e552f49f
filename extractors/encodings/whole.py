"""A whole text that is in an old encoding, converted."""

from __future__ import annotations

from corpus.encodings import Encoding
from extractors.encodings.convert import converted
from extractors.encodings.fonts import doubtful
from extractors.encodings.recognise import recognised


def in_unicode(text: str) -> tuple[str, Encoding | None]:
    """The text in Unicode and the encoding that it was in, `None` where it needed nothing.

    Raises `Unreadable` where it is in an old encoding and it is doubtful in which.
    """
    verdict = recognised(text)
    if verdict.doubtful:
        raise doubtful("the page")
    return (converted(text, verdict.encoding), verdict.encoding) if verdict.encoding else (text, None)
