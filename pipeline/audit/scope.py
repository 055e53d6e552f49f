"""What an audit is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class By(StrEnum):
    """What an audit is cut by."""

    MONTH = "month"
    YEAR = "year"
    PROVINCE = "province"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for; `campaign` is an id or a name, names with or without diacritics."""

    by: By | None = None
    campaign: str | None = None
    province: str | None = None
    since: date | None = None
