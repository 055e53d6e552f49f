"""DOCX and XLSX files after accidents in what they hold: parts lost, elements gone, repeated, moved, told otherwise."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

from lxml import etree

from pipeline.bench.material import Material
from pipeline.bench.splicing import stretch

_VALUES = ("", "-1", "0", "²", "99999999999", "1.5", "x", "A1:XFD1048576", "ZZZ9999999", "nan", "true")
_MAIN = ("document", "sheet", "sharedStrings", "styles", "workbook", "numbering")


def damaged_package(random: Random, content: bytes, material: Material) -> bytes:
    """A package that is still one, with some of its XML not what it should be."""
    with ZipFile(BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for _ in range(random.randint(1, 4)):
        told = [name for name in parts if name.endswith((".xml", ".rels"))]
        main = [name for name in told if any(word in name for word in _MAIN)] or told
        name = random.choice(random.choice((told, main, main)))
        if random.random() < 0.08:
            del parts[name]
        else:
            parts[name] = _altered(random, parts[name], material)
    out = BytesIO()
    with ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def _altered(random: Random, part: bytes, material: Material) -> bytes:
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    for _ in range(random.randint(1, 8)):
        elements = [element for element in root.iter(etree.Element) if element is not root]
        if elements:
            _ACCIDENTS[random.randrange(len(_ACCIDENTS))](random, random.choice(elements), material)
    return bytes(etree.tostring(root))


def _lost(_random: Random, element: Any, _material: Material) -> None:
    element.getparent().remove(element)


def _repeated(random: Random, element: Any, _material: Material) -> None:
    for _ in range(random.choice((1, 1, 3, 40))):
        element.addnext(deepcopy(element))


def _moved(random: Random, element: Any, _material: Material) -> None:
    """Put the element where another stands that is not in it."""
    others = [
        other for other in element.getroottree().getroot().iter(etree.Element) if element not in other.iterancestors()
    ]
    other = random.choice(others)
    if other is not element:
        other.append(element)


def _valued(random: Random, element: Any, _material: Material) -> None:
    if element.attrib:
        element.set(random.choice(sorted(element.attrib)), random.choice(_VALUES))


def _bare(random: Random, element: Any, _material: Material) -> None:
    if element.attrib:
        del element.attrib[random.choice(sorted(element.attrib))]


def _told(random: Random, element: Any, material: Material) -> None:
    words = stretch(random, material, 6)
    element.text = "".join(character for character in words if character.isprintable())


_ACCIDENTS = (_lost, _repeated, _moved, _valued, _bare, _told)
