"""The report's pictures: Vega-Lite written with Altair, drawn to SVG here, so that the page needs no script.

A month in which something was looked at and nothing found is a zero on the base line; one in which nothing was looked
at is a hatched gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt
import vl_convert

from pipeline.report.months import Gap, month_number
from pipeline.report.svg import Ink, inert

WIDTH = 680
"""Width of a chart's field, in pixels of the drawing."""
_VEGA_LITE = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
_FONT = "DejaVu Sans, sans-serif"
_YEARS_LABELLED = 14
_SHORT_SPAN = 30
"""Months up to which the axis names months and not only years."""
_HEATS = (Ink.ZERO, Ink.HEAT_1, Ink.HEAT_2, Ink.HEAT_3, Ink.HEAT_4, Ink.HEAT_5)
_DARK_FROM = 3
"""The heat from which words on it are light."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over time: the value of each month that was looked at."""

    title: str
    ink: Ink
    values: dict[str, float]
    top: str
    """The largest value as the reader writes it."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A cell of a heat map: from column `start` to `end`, how hot (`None`: a gap), the words on it, what it opens."""

    row: str
    start: int
    end: int
    heat: int | None
    words: str = ""
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the honours: `part` is stacked, `panel` is not."""

    row: str
    panel: str
    part: str
    value: int
    order: int


def timeline(panels: Sequence[Panel], gaps: Sequence[Gap], label: str) -> str:
    """Measures over the months, one below the other, with one axis of time."""
    months = [month_number(month) for month in panels[0].values]
    plan = _timeline_plan(tuple((panel.title, panel.ink) for panel in panels), min(months), max(months) + 1)
    holes = [{"from": month_number(gap.first), "to": month_number(gap.last) + 1} for gap in gaps]
    filled: dict[str, Any] = {"datasets": {"gaps": holes}, "params": []}
    for n, panel in enumerate(panels):
        points = [
            {"from": month_number(month) + 0.08, "to": month_number(month) + 0.92, "value": value, "zero": 0}
            for month, value in panel.values.items()
        ]
        filled["datasets"] |= {
            f"zeros{n}": [point for point in points if not point["value"]],
            f"reported{n}": [point for point in points if point["value"]],
        }
        top = max(panel.values.values()) or 1
        filled["params"] += [{"name": f"top{n}", "value": top}, {"name": f"words{n}", "value": panel.top}]
    return _drawing({**plan, **filled}, label)


def heat_map(patches: Sequence[Patch], rows: Sequence[str], axis: alt.Axis, label: str, row_height: int) -> str:
    """Rows of patches over time."""
    values = [
        {"row": p.row, "from": p.start, "to": p.end, "words": p.words, "opens": _opens(p), **_patch_ink(p.heat)}
        for p in patches
    ]
    span = [min(p.start for p in patches), max(p.end for p in patches)]
    side = alt.Y(
        "row:N",
        sort=list(rows),
        title=None,
        axis=alt.Axis(ticks=False, domain=False),
        scale=alt.Scale(paddingInner=0.14, paddingOuter=0.1),
    )
    base = alt.Chart(alt.NamedData("cells")).encode(y=side, href="opens:N")
    across = alt.X("from:Q", title=None, axis=axis, scale=alt.Scale(domain=span, nice=False, zero=False))
    cells = base.mark_rect().encode(x=across, x2="to:Q", color=alt.Color("ink:N", scale=None))
    words = (
        base.transform_calculate(middle="(datum.from + datum.to) / 2")
        .mark_text(fontSize=10, baseline="middle")
        .encode(x="middle:Q", text="words:N", color=alt.Color("on:N", scale=None))
    )
    drawn = (cells + words).properties(width=WIDTH, height=row_height * len(rows))
    return _drawing({**_spec(drawn), "datasets": {"cells": values}}, label)


def stacked_bars(
    bars: Sequence[Bar], rows: Sequence[str], panels: Sequence[str], parts: dict[str, Ink], label: str
) -> str:
    """Horizontal bars, stacked by part, a panel beside the other for what must not be added up; one scale for all."""
    shown = [
        {"row": b.row, "panel": b.panel, "part": b.part, "value": b.value, "order": b.order, "ink": parts[b.part].value}
        for b in bars
    ]
    width = (WIDTH - 40 * (len(panels) - 1)) // len(panels)
    chart = (
        alt.Chart(alt.NamedData("bars"))
        .mark_bar(height=13)
        .encode(
            x=alt.X("value:Q", title=None, axis=alt.Axis(tickCount=4, tickMinStep=1, grid=True, format="~d")),
            y=alt.Y("row:N", sort=list(rows), title=None),
            color=alt.Color("ink:N", scale=None),
            order="order:Q",
            column=alt.Column("panel:N", sort=list(panels), title=None, spacing=28),
        )
        .properties(width=width, height=22 * len(rows))
    )
    return _drawing({**_spec(chart), "datasets": {"bars": shown}}, label)


def month_axis(first: int, last: int) -> alt.Axis:
    """The axis of months: each year, or each third month where there are few."""
    short = last - first <= _SHORT_SPAN
    step = 3 if short else 12 * max(1, -(-(last - first) // (12 * _YEARS_LABELLED)))
    values = [number for number in range(first - first % step, last + 1, step) if number >= first]
    words = "datum.value % 12 == 0 ? '' + datum.value / 12 : (datum.value % 12 + 1) + '/' + floor(datum.value / 12)"
    return alt.Axis(values=values, labelExpr=words, grid=False)


def year_axis(first: int, last: int) -> alt.Axis:
    """The axis of years, each name in the middle of its year."""
    return alt.Axis(
        values=[year + 0.5 for year in range(first, last)],
        labelExpr="'' + floor(datum.value)",
        grid=False,
        ticks=False,
        domain=False,
        orient="top",
    )


@cache
def _timeline_plan(heads: tuple[tuple[str, Ink], ...], first: int, last: int) -> dict[str, Any]:
    """The drawing of a timeline without its data: equal for all campaigns, and slow to prove."""
    panels = [_panel(n, *head, first, last, month_axis(first, last)) for n, head in enumerate(heads)]
    panels[:-1] = [_panel(n, *head, first, last, None) for n, head in enumerate(heads[:-1])]
    return _spec(alt.vconcat(*panels, spacing=8))


def _panel(n: int, title: str, ink: Ink, first: int, last: int, axis: alt.Axis | None) -> Any:
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    across = {"x": alt.X("from:Q", scale=scale, axis=axis, title=None), "x2": "to:Q"}
    tops = alt.Axis(
        values=alt.ExprRef(f"[top{n}]"),
        labelExpr=f"words{n}",
        orient="right",
        grid=True,
        domain=False,
        ticks=False,
        minExtent=48,
    )
    up = alt.Scale(domainMin=0, domainMax=alt.ExprRef(f"top{n}"), nice=False)
    gaps, zeros, reported = (alt.Chart(alt.NamedData(name)) for name in ("gaps", f"zeros{n}", f"reported{n}"))
    layers = (
        gaps.mark_rect(color=Ink.GAP.value).encode(**across),
        zeros.mark_rule(color=Ink.ZERO.value, strokeWidth=1.5).encode(**across, y=alt.Y("zero:Q")),
        reported.mark_rect(color=ink.value).encode(
            **across, y=alt.Y("value:Q", title=None, scale=up, axis=tops), y2="zero:Q"
        ),
    )
    head = alt.TitleParams(title, anchor="start", fontSize=11, fontWeight="normal", offset=3, frame="group")
    return alt.layer(*layers).properties(width=WIDTH, height=36, title=head)


def _opens(patch: Patch) -> str:
    return f"#{patch.anchor}" if patch.anchor else ""


def _patch_ink(heat: int | None) -> dict[str, str]:
    ink = Ink.GAP if heat is None else _HEATS[heat]
    on = Ink.ON_HEAT if heat is not None and heat >= _DARK_FROM else Ink.TEXT
    return {"ink": ink.value, "on": on.value}


def _spec(chart: Any) -> dict[str, Any]:
    """The chart as Vega-Lite, proved against its schema, in the inks of the page."""
    spec: dict[str, Any] = chart.configure(
        background="#00000000",
        font=_FONT,
        padding=4,
        axis=alt.AxisConfig(
            labelColor=Ink.TEXT.value,
            domainColor=Ink.QUIET.value,
            tickColor=Ink.QUIET.value,
            gridColor=Ink.LINE.value,
            labelFontSize=11,
            labelLimit=320,
            labelPadding=5,
        ),
        header=alt.HeaderConfig(labelColor=Ink.TEXT.value, labelFontSize=11),
        title=alt.TitleConfig(color=Ink.TEXT.value),
        view=alt.ViewConfig(stroke=None),
    ).to_dict()
    return spec


def _drawing(spec: dict[str, Any], label: str) -> str:
    return inert(vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE, allowed_base_urls=[]), label)
