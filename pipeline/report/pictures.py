"""Which picture is drawn from which answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import get_args

from extractors.model import AwardLevel
from pipeline.report import charts
from pipeline.report.ask import Row
from pipeline.report.awards import Status
from pipeline.report.campaigns import Campaign
from pipeline.report.coverage import SourceCoverage
from pipeline.report.language import Language
from pipeline.report.listings import Listing
from pipeline.report.months import is_month, month_number
from pipeline.report.plain import plain
from pipeline.report.svg import Ink

_NAME = 46
"""Characters of a name beside a picture."""
_COVERAGE_STEPS = (1, 3, 10, 30)
"""From the second heat on: articles a month above which a patch is hotter."""
_LEVELS = (*get_args(AwardLevel), "none")
_LEVEL_INKS = (Ink.LEVEL_1, Ink.LEVEL_2, Ink.LEVEL_3, Ink.LEVEL_4, Ink.LEVEL_5, Ink.LEVEL_6, Ink.LEVEL_7)


def campaign_over_time(campaign: Campaign, lang: Language) -> str | None:
    """Share, articles, stories and mentions by month; `None` where no month is known."""
    rows = [row for row in campaign.over_time.rows if is_month(row["cell"])]
    if not any(row["articles"] for row in rows):
        return None
    inks = {"percent": Ink.SHARE, "articles": Ink.ARTICLES, "stories": Ink.STORIES, "mentions": Ink.MENTIONS}
    panels = [_panel(rows, measure, ink, lang) for measure, ink in inks.items()]
    label = lang.texts["pictures"]["over_time"].format(name=plain(campaign.told["name"]))
    return charts.timeline(panels, campaign.gaps, label)


def campaigns_by_year(rows: Sequence[Row], shown: Sequence[Campaign], lang: Language) -> str | None:
    """The share of all articles looked at, campaign by year, each opening its articles; `rows` are of `years.sql`."""
    looked_at = {int(row["year"]): row["looked_at"] for row in rows}
    if not looked_at:
        return None
    reported = {(row["campaign_id"], int(row["year"])): row["percent"] for row in rows}
    hottest = max(reported.values()) or 1.0
    years = range(min(looked_at), max(looked_at) + 1)
    names = _told_apart([campaign.told["name"] for campaign in shown])
    patches = []
    for name, campaign in zip(names, shown, strict=True):
        opening = {line.cell: line.anchor for line in campaign.years.lines if line.articles}
        for year in years:
            percent = reported.get((campaign.told["campaign_id"], year), 0.0) if looked_at.get(year) else None
            words = "" if percent is None else lang.decimal(percent)
            patches.append(charts.Patch(name, year, year + 1, _heat(percent, hottest), words, opening.get(str(year))))
    axis = charts.year_axis(years.start, years.stop)
    return charts.heat_map(patches, names, axis, lang.texts["pictures"]["by_year"], row_height=24)


def coverage_by_month(sources: Sequence[SourceCoverage], opening: Mapping[str, Listing], lang: Language) -> str | None:
    """Articles looked at, source by month; a patch opens the articles of its source."""
    dated = [source for source in sources if source.months]
    if not dated:
        return None
    names = _told_apart([lang.source(source.name) for source in dated])
    patches = []
    for name, source in zip(names, dated, strict=True):
        for month, articles in source.months.items():
            at = month_number(month)
            heat = 1 + sum(articles > step for step in _COVERAGE_STEPS)
            patches.append(charts.Patch(name, at, at + 1, heat, anchor=opening[source.source_id].anchor))
        patches += [
            charts.Patch(name, month_number(gap.first), month_number(gap.last) + 1, None) for gap in source.gaps
        ]
    axis = charts.month_axis(min(p.start for p in patches), max(p.end for p in patches))
    return charts.heat_map(patches, names, axis, lang.texts["pictures"]["coverage"], row_height=18)


def coverage_legend() -> list[tuple[int, str]]:
    """The heats of `coverage_by_month` with the articles a month that they stand for."""
    lower = (1, *(step + 1 for step in _COVERAGE_STEPS))
    upper = (*_COVERAGE_STEPS, None)
    spans = zip(lower, upper, strict=True)
    return [(n, f"{a}+" if b is None else str(a) if a == b else f"{a}–{b}") for n, (a, b) in enumerate(spans, 1)]


def conferred(status: Status, lang: Language) -> str | None:
    """Honours by kind, stacked by level, collectives and individuals apart."""
    units = [unit for unit in status.units if unit in {"collective", "individual", "both", "household"}]
    bars = [
        charts.Bar(
            line.told["name"] if lang.code == "vi" else line.told["english"],
            lang.told("units", unit),
            line.told["level"] or "none",
            line.totals[unit],
            _LEVELS.index(line.told["level"] or "none"),
        )
        for line in status.lines
        for unit in units
        if unit in line.totals
    ]
    if not bars:
        return None
    parts = dict(zip(_LEVELS, _LEVEL_INKS, strict=True))
    rows = list(dict.fromkeys(bar.row for bar in bars))
    panels = [lang.told("units", unit) for unit in units]
    return charts.stacked_bars(bars, rows, panels, parts, lang.texts["pictures"]["conferred"])


def levels_of(status: Status) -> list[tuple[int, str]]:
    """The levels that `conferred` draws, with the numbers of their colours."""
    found = {line.told["level"] or "none" for line in status.lines}
    return [(n, level) for n, level in enumerate(_LEVELS, 1) if level in found]


def _panel(rows: Sequence[Row], measure: str, ink: Ink, lang: Language) -> charts.Panel:
    values = {row["cell"]: float(row[measure]) for row in rows}
    top = max(values.values())
    shown = lang.percent(top) if measure == "percent" else lang.number(int(top))
    return charts.Panel(lang.texts["measures"][measure], ink, values, shown)


def _heat(percent: float | None, hottest: float) -> int | None:
    """One of five equal steps up to the hottest; 0 for none, `None` for a gap."""
    return None if percent is None else math.ceil(5 * percent / hottest)


def _told_apart(names: Sequence[str]) -> list[str]:
    """The names, cut to fit, each different from the others."""
    found: list[str] = []
    for name in map(plain, names):
        short = name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"
        while short in found:
            short += "\u2032"
        found.append(short)
    return found
