"""How text of a DOCX is set: by its own marks, by its styles, by the document's defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractors.documents.docx.names import is_on, value, w

_DEEPEST = 12
_SIZE = 11.0


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it is based on taken in; `None` is unsaid."""

    font: str | None = None
    bold: bool | None = None
    size: float | None = None
    centred: bool | None = None
    heading: bool = False
    hidden: bool | None = None
    bordered: bool = False

    def over(self, base: Style) -> Style:
        """This style where it says something, else the other one."""
        return Style(
            self.font if self.font is not None else base.font,
            self.bold if self.bold is not None else base.bold,
            self.size if self.size is not None else base.size,
            self.centred if self.centred is not None else base.centred,
            self.heading or base.heading,
            self.hidden if self.hidden is not None else base.hidden,
            self.bordered or base.bordered,
        )


UNSAID = Style()


def marks_of(run_marks: Any, paragraph_marks: Any = None) -> Style:
    """What `w:rPr` and `w:pPr` say themselves."""
    size = value(run_marks, "sz")
    justified = value(paragraph_marks, "jc")
    outline = value(paragraph_marks, "outlineLvl")
    return Style(
        font=_font(run_marks),
        bold=is_on(run_marks, "b"),
        size=float(size) / 2 if size and size.replace(".", "", 1).isdecimal() else None,
        centred=None if justified is None else justified == "center",
        heading=outline is not None and outline.isdecimal() and int(outline) < 9,
        hidden=is_on(run_marks, "vanish"),
    )


def _font(marks: Any) -> str | None:
    fonts = marks.find(w("rFonts")) if marks is not None else None
    return None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))


class Styles:
    """The styles of a document, each looked up once."""

    def __init__(self, part: Any) -> None:
        self._elements = {} if part is None else {s.get(w("styleId")): s for s in part.iter(w("style"))}
        defaults = None if part is None else part.find(w("docDefaults"))
        marks = defaults.find(f"{w('rPrDefault')}/{w('rPr')}") if defaults is not None else None
        self.default = marks_of(marks).over(Style(size=_SIZE))
        self._normal = next(
            (i for i, s in self._elements.items() if s.get(w("type")) == "paragraph" and s.get(w("default")) == "1"),
            None,
        )
        self._known: dict[str | None, Style] = {None: UNSAID}

    def named(self, name: str | None, depth: int = 0) -> Style:
        """What a style says with all that it is based on."""
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or depth > _DEEPEST:
            return UNSAID
        own = marks_of(element.find(w("rPr")), element.find(w("pPr")))
        borders = element.find(f"{w('tblPr')}/{w('tblBorders')}")
        own = own.over(Style(bordered=draws(borders)))
        self._known[name] = made = own.over(self.named(value(element, "basedOn"), depth + 1))
        return made

    def fonts(self) -> list[str]:
        """The fonts that the styles name."""
        named = [marks_of(style.find(w("rPr"))).font for style in self._elements.values()]
        return [font for font in (self.default.font, *named) if font]

    def of_paragraph(self, marks: Any) -> Style:
        """How a paragraph is set, by its `w:pPr`."""
        named = self.named(value(marks, "pStyle") or self._normal)
        return marks_of(None, marks).over(named).over(self.default)

    def of_run(self, marks: Any, paragraph: Style) -> Style:
        """How a run is set within a paragraph, by its `w:rPr`."""
        if marks is None:
            return paragraph
        return marks_of(marks).over(self.named(value(marks, "rStyle"))).over(paragraph)


def draws(borders: Any) -> bool:
    """Whether any border of a set is drawn."""
    return borders is not None and any(side.get(w("val")) not in (None, "nil", "none") for side in borders)
