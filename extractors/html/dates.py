"""The dates in the markup of a page, as stamps for deciding on the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from corpus.calendar import FIRST_YEAR, LAST_YEAR, VIETNAM
from extractors.html.tree import Seen, Tree, letters_of
from extractors.plain.stamps import Place, Stamp, stamps_of
from extractors.text import clean

_PUBLISHED = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued", "dcterms.issued",
    "og:published_time", "article:published", "publish-date", "dc.date", "date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified")
_ASIDE = re.compile(
    r"related|lien-?quan|sidebar|comment|binh-?luan|footer|most|hot|other|khac|same|recent|latest|list", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<![^\s_-])(?:today|hom-?nay|ngay-?hien-?tai|(?:current|server)[_-]?(?:date|time|day)|(?:date|time)[_-]?now|"
    r"(?:lbl)?[_-]?(?:clock|dong-?ho))(?![^\s_-])",
    re.IGNORECASE,
)
_MACHINE_DATE = re.compile(
    r"\s{0,9}(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?"
)
_DIGITS = re.compile(r"\d{1,2}\D{1,12}\d{2}")
_DATE_CHARS = (8, 160)
_MOST_LEVELS_UP = 6
_MOST_LEVELS_TO_CLOCK = 2
_MOST_DATES = 3


def declared_stamps(tree: Tree, records: Sequence[Mapping[str, Any]]) -> list[Stamp]:
    """The dates that the head of the page and its structured data declare, moved to Vietnam's day."""
    stated = [
        *(("published.json-ld", str(r["datePublished"]), False) for r in records if r.get("datePublished")),
        *(("published.meta", content, False) for content in tree.meta(*_PUBLISHED)),
        *(("published.json-ld", str(r["dateModified"]), True) for r in records if r.get("dateModified")),
        *(("published.meta", content, True) for content in tree.meta(*_UPDATED)),
    ]
    return [stamp for rule, text, updated in stated for stamp in _declared(rule, text, updated=updated)]


def shown_stamps(tree: Tree, title: str | None) -> list[Stamp]:
    """The dates that the page shows as lines of their own: above the title, where clocks are, and under it.

    More than a few different ones under the title are a list of other articles, and none of them is given.
    """
    wanted = letters_of(title or "")
    place: Place = "top" if wanted else "head"
    stamps: list[Stamp] = []
    for seen in tree.seen:
        if place == "top" and len(seen.element) <= 2 and letters_of((seen.element.text or "")[:400]) == wanted:
            place = "head"
        shown = _shown(seen)
        stamps += [stamp.at("clock" if _is_clock(seen.element, place) else place) for stamp in shown]
    listed = {stamp.day for stamp in stamps if stamp.place == "head"}
    return stamps if len(listed) <= _MOST_DATES else [stamp for stamp in stamps if stamp.place == "top"]


def in_vietnam(stated: str) -> date | None:
    """The day in Vietnam (UTC+7) of a machine-readable date; `None` where no day is stated.

    >>> in_vietnam("2020-02-02T18:30:00Z").isoformat()
    '2020-02-03'
    >>> in_vietnam("2020-02") is None
    True
    """
    found = _MACHINE_DATE.match(stated)
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(found[1])
        zone = datetime.strptime(found[2].replace("Z", "+0000"), "%z").tzinfo if found[2] else None
    except ValueError:
        return None
    local = moment.replace(tzinfo=zone).astimezone(VIETNAM) if zone else moment
    return local.date() if FIRST_YEAR <= local.year <= LAST_YEAR else None


def _declared(rule: str, text: str, *, updated: bool) -> Iterator[Stamp]:
    day = in_vietnam(text)
    _, longest = _DATE_CHARS
    if day:
        yield Stamp(day, rule, text[:longest], updated=updated, timed="T" in text)
    else:
        for stamp in stamps_of(text[:longest]):
            yield replace(stamp, rule=rule, updated=updated)


def _shown(seen: Seen) -> tuple[Stamp, ...]:
    element = seen.element
    stated = element.get("datetime") if seen.tag == "time" else None
    day = in_vietnam(stated) if stated else None
    if stated and day:
        return () if _is_aside(element) else (Stamp(day, "published.time-element", stated, timed=True),)
    if len(element) > 3 or not _may_hold_date(element):
        return ()
    words = clean(seen.words).text
    shortest, longest = _DATE_CHARS
    stamps = stamps_of(words) if shortest <= len(words) <= longest else ()
    return () if not stamps or _is_aside(element) else stamps


def _is_clock(element: HtmlElement, place: Place) -> bool:
    """Whether the markup calls it the day of today; under a title, `clock` is the name of an icon."""
    around = [element, *islice(element.iterancestors(), _MOST_LEVELS_TO_CLOCK)]
    called = [_CLOCK.search(f"{up.get('id') or ''} {up.get('class') or ''}") for up in around if up.tag != "body"]
    return any(name and (place == "top" or "clock" not in name[0].lower()) for name in called)


def _may_hold_date(element: HtmlElement) -> bool:
    texts = [element.text, *(child.text for child in element), *(child.tail for child in element)]
    return any(_DIGITS.search(text) for text in texts if text)


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element belongs to a list of other articles, a comment or the foot of the page."""
    up: HtmlElement | None = element
    for _ in range(_MOST_LEVELS_UP):
        if up is None or up.tag in ("body", "article", "main"):
            return False
        if up.tag in ("li", "aside", "footer", "a") or _ASIDE.search(f"{up.get('class') or ''} {up.get('id') or ''}"):
            return True
        up = up.getparent()
    return False
