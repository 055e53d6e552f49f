"""The fonts of a DOCX whose text is in an encoding older than Unicode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from extractors.documents.docx.names import w
from extractors.documents.docx.runs import running
from extractors.documents.docx.styles import Styles
from extractors.encodings.fonts import Spelling, spellings_of
from extractors.encodings.recognise import font_encoding, is_unicode


def spellings_in(roots: Sequence[Any], styles: Styles) -> dict[str, Spelling]:
    """How text of each such font is to be spelt; most documents have none, and are looked through quickly."""
    text = "".join(t.text or "" for root in roots for t in root.iter(w("t")))
    if is_unicode(text) and not any(map(font_encoding, _font_names(roots, styles))):
        return {}
    texts: dict[str, list[str]] = {}
    for paragraph in (p for root in roots for p in root.iter(w("p"))):
        style = styles.of_paragraph(paragraph.find(w("pPr")))
        for run in running(paragraph, style, styles).runs:
            texts.setdefault(run.style.font or "", []).append(run.text)
    return spellings_of({font: " ".join(runs) for font, runs in texts.items()})


def _font_names(roots: Sequence[Any], styles: Styles) -> Iterator[str]:
    yield from styles.fonts()
    for fonts in (fonts for root in roots for fonts in root.iter(w("rFonts"))):
        yield fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
