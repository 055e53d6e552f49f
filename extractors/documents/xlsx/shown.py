"""Values of a spreadsheet as Vietnamese readers see them: 1.104, 71,5%, 18/12/2023."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|_.|\*.'
    r"|(?P<code>y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|AM/PM|A/P)|(?P<other>[^@])",
    re.IGNORECASE,
)
_DECIMALS = re.compile(r"[0#?]\.([0#?]{1,20})")
_WHOLE = re.compile(r"([0#?,]{1,40})")
_GENERAL_DIGITS = 11
Value = str | int | float | bool | datetime | date | time | timedelta | Decimal | None


def shown(value: object, number_format: str = "General") -> str:
    """The text of a cell.

    >>> shown(1104, "#,##0"), shown(0.715, "0.0%"), shown(71.5), shown("Lò Văn Mẫu"), shown(None)
    ('1.104', '71,5%', '71,5', 'Lò Văn Mẫu', '')
    >>> shown(datetime(2023, 12, 18), "dd/mm/yyyy"), shown(7, "00")
    ('18/12/2023', '07')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _shown_date(value, number_format)
    if isinstance(value, int | float | Decimal):
        return _shown_number(value, number_format)
    return str(value)


def _shown_date(value: datetime | date | time, number_format: str) -> str:
    parts = []
    last = ""
    for token in _DATE_TOKEN.finditer(number_format.split(";")[0]):
        if code := token["code"]:
            parts.append(_date_part(value, code.lower(), last))
            last = code[0].lower()
        else:
            parts.append(token["quoted"] or token["escaped"] or token["other"] or "")
    if last and "general" not in number_format.lower():
        return "".join(parts).strip()
    return f"{value:%H:%M}" if isinstance(value, time) else f"{value:%d/%m/%Y}"


def _date_part(value: datetime | date | time, code: str, last: str) -> str:
    minutes = code[0] == "m" and last == "h"
    name = {"y": "year", "m": "minute" if minutes else "month", "d": "day", "h": "hour", "s": "second"}.get(code[0])
    number = getattr(value, name, 0) if name else None
    if number is None:
        return ""
    if code[0] == "y":
        return f"{number:04d}" if len(code) > 2 else f"{number % 100:02d}"
    return f"{number:02d}" if len(code) > 1 else str(number)


def _shown_number(value: float | Decimal, number_format: str) -> str:
    codes = _QUOTED.sub("", number_format.split(";")[0])
    if "general" in codes.lower() or not _WHOLE.search(codes):
        return _general(value)
    percent = "%" in codes
    decimals = _DECIMALS.search(codes)
    whole = _WHOLE.search(codes)
    places = decimals[1] if decimals else ""
    text = f"{value * 100 if percent else value:,.{len(places)}f}"
    head, _, tail = text.partition(".")
    if whole and "," not in whole[1]:
        head = head.replace(",", "").zfill(whole[1].count("0"))
    tail = tail.rstrip("0") if places and set(places) <= {"#", "?"} else tail
    return head.replace(",", ".") + ("," + tail if tail else "") + ("%" if percent else "")


def _general(value: float | Decimal) -> str:
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{_GENERAL_DIGITS}g}"
    return text.replace(".", ",")
