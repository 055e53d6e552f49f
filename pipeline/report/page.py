"""Puts the report's content into the page: every word from outside escaped, nothing that runs, nothing to fetch."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from markupsafe import Markup

from pipeline.report import pictures
from pipeline.report.ask import sql
from pipeline.report.changes import AwardChange
from pipeline.report.gather import Report
from pipeline.report.language import Lang, Language
from pipeline.report.offline import IMAGES, environment, policy
from pipeline.report.shots import Shots


def page(report: Report, lang: Language, shots: Shots) -> str:
    """The page as HTML; the same report and the same pictures of pages give the same text."""
    style = files("pipeline.report").joinpath("assets/report.css").read_text("utf-8")
    template = environment("pipeline.report").get_template("page.html")
    return template.render(
        report=report,
        lang=lang,
        t=lang.texts,
        style=Markup(style),
        policy=policy(style, *([IMAGES] if shots.taken else [])),
        shots=shots,
        pictures=_pictures(report, lang),
        coverage_legend=pictures.coverage_legend(),
        levels_of=pictures.levels_of,
        sql=sql,
        named=_namer(report, lang),
        honour=_honour(report, lang),
        sections={campaign.told["campaign_id"]: f"c{campaign.number}" for campaign in report.campaigns},
    )


def _pictures(report: Report, lang: Language) -> dict[str, Any]:
    heat = report.campaigns[: report.limits.heat_rows]
    status = next(status for status in report.awards.statuses if status.name == "conferred")
    drawn: dict[str, str | None] = {
        "years": pictures.campaigns_by_year(report.years.rows, heat, lang),
        "coverage": pictures.coverage_by_month(report.coverage.sources, report.of_source, lang),
        "conferred": pictures.conferred(status, lang),
    }
    for campaign in report.campaigns:
        drawn[f"c{campaign.number}"] = pictures.campaign_over_time(campaign, lang)
    return {name: svg and Markup(svg) for name, svg in drawn.items()}


def _namer(report: Report, lang: Language) -> Any:
    """What a cell of a cut is called."""

    def named(cut: str, cell: str | None) -> str:
        if cell is None:
            return str(lang.texts["cuts"][f"no_{cut}"])
        if cut == "source":
            return lang.source(report.sources.get(cell, cell))
        return lang.day(cell) if cut == "month" else cell

    return named


def _honour(report: Report, lang: Language) -> Any:
    """What a total of honours is called: status, kind, class, level and unit in words."""
    names = {row["award"]: row["name" if lang.code is Lang.VI else "english"] for row in report.award_names}

    def honour(change: AwardChange) -> str:
        status, award, rank, level, unit = change.key
        told = [
            names.get(award, award),
            lang.told("ranks", rank) if rank else "",
            lang.told("levels", level),
            lang.told("units", unit),
            lang.told("statuses", status),
        ]
        return " · ".join(word for word in told if word)

    return honour
