"""The page that shows the coverage: alarms on top, then source by day as heat maps; nothing that runs or is fetched."""

from __future__ import annotations

from importlib.resources import files

from markupsafe import Markup

from pipeline.coverage import strips
from pipeline.coverage.model import Coverage
from pipeline.coverage.rules import load_rules
from pipeline.coverage.words import next_step, told, words
from pipeline.report.language import Lang
from pipeline.report.offline import environment, policy


def page(coverage: Coverage, code: Lang) -> str:
    """The page as HTML; the same coverage gives the same text."""
    lang, rules = words(code), load_rules()
    why = {rule.id: rule.why for rule in rules.alarms}
    style = "".join(
        files(package).joinpath(f"assets/{name}.css").read_text("utf-8")
        for package, name in (("pipeline.report", "report"), ("pipeline.coverage", "coverage"))
    )
    alarmed = frozenset(alarm.source_id for alarm in coverage.alarms)
    template = environment("pipeline.coverage").get_template("coverage.html")
    return template.render(
        lang=lang,
        t=lang.texts,
        style=Markup(style),
        policy=policy(style),
        window=rules.window,
        today=lang.day(coverage.today.isoformat()),
        last_run=lang.day(coverage.last_run.isoformat() if coverage.last_run else None),
        alarms=[
            {"told": told(alarm, lang), "next": next_step(alarm, lang).split("`"), "why": why[alarm.rule]}
            for alarm in coverage.alarms
        ],
        got=strips.rows_of(coverage.sources, alarmed, "got", lang),
        published=strips.rows_of(coverage.sources, alarmed, "published", lang),
        legend=strips.legend(lang),
        weeks=strips.weeks_of(coverage.today, lang),
        width=strips.SHOWN_DAYS * strips.DAY_WIDTH,
    )
