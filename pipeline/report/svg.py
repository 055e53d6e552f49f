"""Makes a chart's SVG fit to stand in the page: a picture and nothing else, its colours those of the style sheet.

Only the elements and attributes below pass. A colour of `Ink` becomes a class, so that the style sheet can give it
another value by night and on paper; a link passes only as one to a place on the page; ids, scripts and styles cannot
pass at all.
"""

from __future__ import annotations

import re
from enum import StrEnum
from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring

_ELEMENTS = frozenset({"svg", "g", "a", "path", "rect", "line", "text"})
_ATTRIBUTES = frozenset(
    {"width", "height", "viewBox", "transform", "d", "x", "y", "x2", "y2", "fill", "stroke", "stroke-width"}
    | {"font-size", "font-weight", "text-anchor", "stroke-miterlimit", "display", "fill-opacity"}
)
_HREF = "{http://www.w3.org/1999/xlink}href"
_PLACE = re.compile(r"[^#]*(#[a-z][a-z0-9-]*)")
_EMPTY_PATHS = frozenset({None, "", "M0,0h0v0h0Z"})
_LONG_FRACTION = re.compile(r"(\.\d{2})\d+")


class Ink(StrEnum):
    """Colours that the style sheet decides on; each is a mark that no other colour has."""

    TEXT = "#010101"
    QUIET = "#010102"
    LINE = "#010103"
    GAP = "#010104"
    ZERO = "#010105"
    SHARE = "#010106"
    ARTICLES = "#010107"
    STORIES = "#010108"
    MENTIONS = "#010109"
    HEAT_1 = "#010111"
    HEAT_2 = "#010112"
    HEAT_3 = "#010113"
    HEAT_4 = "#010114"
    HEAT_5 = "#010115"
    ON_HEAT = "#010116"
    LEVEL_1 = "#010121"
    LEVEL_2 = "#010122"
    LEVEL_3 = "#010123"
    LEVEL_4 = "#010124"
    LEVEL_5 = "#010125"
    LEVEL_6 = "#010126"
    LEVEL_7 = "#010127"


_CLASSES = {ink.value: ink.name.lower().replace("_", "-") for ink in Ink}


def inert(svg: str, label: str) -> str:
    """The drawing as markup for the page; `label` is what it is called for those who do not see it."""
    drawing = _kept(fromstring(svg))
    drawing.set("role", "img" if drawing.find(".//a") is None else "group")
    drawing.set("aria-label", label)
    drawing.set("class", "drawing")
    return tostring(drawing, encoding="unicode")


def _kept(given: Element) -> Element:
    kept = _like(given)
    if kept.tag == "text":
        kept.text = given.text
    for name, value in given.attrib.items():
        if name in _ATTRIBUTES:
            _keep(kept, name, value)
    kept.extend(_kept(child) for child in given if _has_sense(child))
    return kept


def _like(given: Element) -> Element:
    """An element of the same kind; a link to a place on the page, any other becomes a mere group."""
    tag = _local(given.tag)
    if tag != "a":
        return Element(tag)
    place = _PLACE.fullmatch(given.get(_HREF, ""))
    return Element("a", {"href": place[1]}) if place else Element("g")


def _keep(kept: Element, name: str, value: str) -> None:
    if value in _CLASSES:
        kept.set("class", f"{kept.get('class', '')} {name}-{_CLASSES[value]}".strip())
    else:
        kept.set(name, _LONG_FRACTION.sub(r"\1", value))


def _has_sense(child: Element) -> bool:
    tag = _local(child.tag)
    if tag == "path":
        return child.get("d") not in _EMPTY_PATHS and child.get("display") != "none"
    if tag == "text":
        return bool(child.text)
    if tag in {"g", "a"}:
        return any(_has_sense(inner) for inner in child)
    return tag in _ELEMENTS


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]
