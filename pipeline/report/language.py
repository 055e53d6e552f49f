"""The page's words, numbers and dates in the language of the reader."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

NOTHING = "–"
"""Stands where there is no value; a gap, not a zero."""


class Lang(StrEnum):
    """The languages of the report."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """How one language says things; `texts` is the TOML file of that language."""

    code: Lang
    texts: dict[str, Any]

    def number(self, value: int | None) -> str:
        """A whole number with groups of three.

        >>> language(Lang.VI).number(12345), language(Lang.EN).number(12345)
        ('12.345', '12,345')
        """
        return NOTHING if value is None else self._separated(f"{value:,}")

    def percent(self, value: float | None) -> str:
        """A percentage with one decimal.

        >>> language(Lang.VI).percent(3.456)
        '3,5%'
        """
        return NOTHING if value is None else self._separated(f"{value:,.1f}") + "%"

    def decimal(self, value: float) -> str:
        """A number with at most one decimal.

        >>> language(Lang.VI).decimal(12.04), language(Lang.VI).decimal(12.6)
        ('12', '12,6')
        """
        return self._separated(f"{value:,.1f}".removesuffix(".0"))

    def ratio(self, value: float) -> str:
        """A number with two decimals.

        >>> language(Lang.VI).ratio(0.6154)
        '0,62'
        """
        return self._separated(f"{value:.2f}")

    def change(self, value: int) -> str:
        """A difference with its sign.

        >>> language(Lang.EN).change(-1200)
        '−1,200'
        """
        sign = "+" if value > 0 else "−" if value < 0 else "±"
        return f"{sign}{self.number(abs(value))}"

    def day(self, text: str | None) -> str:
        """A day, month or year as exactly as it is known.

        >>> language(Lang.VI).day("2022-12-05"), language(Lang.VI).day("2022-12"), language(Lang.EN).day("2022-12")
        ('05/12/2022', '12/2022', '2022-12')
        """
        if text is None:
            return str(self.texts["words"]["undated"])
        return "/".join(reversed(text.split("-"))) if self.code is Lang.VI else text

    def moment(self, stamp: str) -> str:
        """A time stamp in UTC to the minute.

        >>> language(Lang.VI).moment("2026-11-20T12:36:30Z")
        '20/11/2026 12:36'
        """
        day, _, time = stamp.partition("T")
        return f"{self.day(day)} {time[:5]}"

    def source(self, name: str) -> str:
        """What a source is called, in words where it is not known.

        >>> language(Lang.EN).source("unknown")
        'source not known'
        """
        return str(self.texts["words"]["unknown_source"]) if name == _UNKNOWN else name

    def told(self, section: str, value: str | None) -> str:
        """An enumerated value in words; one that the file does not know stands as it is."""
        return str(self.texts[section].get(value or "none", value))

    def _separated(self, number: str) -> str:
        return number.translate(_VIETNAMESE) if self.code is Lang.VI else number


_UNKNOWN = "unknown"
"""The source of pages that tell none, as the warehouse calls it."""
_VIETNAMESE = str.maketrans(",.", ".,")


@cache
def language(code: Lang) -> Language:
    """The language of that code."""
    text = files("pipeline.report").joinpath(f"texts/{code.value}.toml").read_text("utf-8")
    return Language(code, tomllib.loads(text))
