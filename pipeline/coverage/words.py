"""The words of the coverage page and of its alarms, in the language of the reader."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from pipeline.coverage.model import Alarm, Value
from pipeline.errors import printable
from pipeline.report.language import Lang, Language


@cache
def words(code: Lang) -> Language:
    """The language of that code, with the words of this page."""
    text = files("pipeline.coverage").joinpath(f"texts/{code.value}.toml").read_text("utf-8")
    return Language(code, tomllib.loads(text))


def told(alarm: Alarm, lang: Language) -> str:
    """What is wrong."""
    return str(lang.texts["alarms"][alarm.rule]["told"]).format(**_values(alarm, lang))


def next_step(alarm: Alarm, lang: Language) -> str:
    """What to look at next."""
    return str(lang.texts["alarms"][alarm.rule]["next"]).format(**_values(alarm, lang))


def line(alarm: Alarm) -> str:
    """The alarm in one line of English, for a terminal or a log."""
    english = words(Lang.EN)
    return printable(f"{told(alarm, english)}; {next_step(alarm, english)}")


def _values(alarm: Alarm, lang: Language) -> dict[str, str]:
    written = {name: _written(value, lang) for name, value in alarm.values}
    return {"name": alarm.name or "", "id": alarm.source_id or "", **written}


def _written(value: Value, lang: Language) -> str:
    match value:
        case date():
            return lang.day(value.isoformat())
        case int():
            return lang.number(value)
        case float():
            return lang.decimal(value)
        case _:
            return value
