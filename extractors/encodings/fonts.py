"""The fonts of a document that are made for an old encoding, each with how its text is to be spelt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.encodings import Encoding
from extractors.encodings.convert import converted
from extractors.encodings.recognise import font_encoding, is_unicode, recognised, shows_capitals
from extractors.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Spelling:
    """How text of a font becomes Unicode."""

    encoding: Encoding
    capitals: bool = False

    def __call__(self, text: str) -> str:
        """The text in Unicode."""
        return converted(text, self.encoding, capitals=self.capitals)


def spellings_of(texts: Mapping[str, str]) -> dict[str, Spelling]:
    """The spelling of each font whose text is in an old encoding, given all text by font.

    Fonts made for one encoding are judged together. Raises `Unreadable` where text is in an old encoding and it is
    doubtful in which.
    """
    made: dict[str, Spelling] = {}
    groups: dict[str, list[str]] = {}
    for name in texts:
        groups.setdefault(font_encoding(name) or f"font {name}", []).append(name)
    for names in groups.values():
        claimed = font_encoding(names[0])
        old = [name for name in names if not is_unicode(texts[name])]
        verdict = recognised(" ".join(texts[name] for name in old), claimed)
        if verdict.doubtful:
            raise doubtful(names[0])
        if verdict.encoding:
            made |= {name: Spelling(verdict.encoding, shows_capitals(name)) for name in old}
    return made


def doubtful(where: str) -> Unreadable:
    """The refusal of text whose encoding is not certain."""
    return Unreadable(
        "doubtful_encoding", f"text of {where[:60]!r} is in an old encoding, not certain which; ask for it in Unicode"
    )
