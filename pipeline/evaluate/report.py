"""Shows an evaluation: the figures, each miss and each wrong fact with its sentence, and how right each rule is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.sentences import sentence_bounds
from pipeline.evaluate.figures import by_rule, figures
from pipeline.evaluate.gold import Scored
from pipeline.evaluate.verdicts import Verdict


def figure_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """One line a metric: how many gold facts, precision, recall, F1."""
    yield f"{len(scored)} documents"
    yield f"{'':18s}{'gold':>6s}{'prec':>8s}{'recall':>8s}{'F1':>8s}"
    for metric, figure in figures(v for s in scored for v in s.verdicts).items():
        yield f"{metric:18s}{figure.gold:6d}{figure.precision:8.3f}{figure.recall:8.3f}{figure.f1:8.3f}"


def error_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """Each miss and each wrong or differing fact, tab-separated, a wrong one with its rule and sentence."""
    for one in scored:
        for verdict in one.verdicts:
            if (verdict.wrong or verdict.missed) and verdict.outcome not in {"", "person"}:
                yield "\t".join(
                    (verdict.document, verdict.metric, verdict.outcome, verdict.detail, *_why(one, verdict))
                )


def rule_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """One line a rule: how many of its facts were right and wrong, weakest first."""
    rules = by_rule(v for s in scored for v in s.verdicts)
    yield f"{'rule':44s}{'right':>7s}{'wrong':>7s}{'prec':>8s}"
    for rule, (right, wrong) in sorted(rules.items(), key=lambda item: item[1][0] / (sum(item[1]) or 1)):
        yield f"{rule:44s}{right:7d}{wrong:7d}{right / ((right + wrong) or 1):8.3f}"


def _why(one: Scored, verdict: Verdict) -> Iterator[str]:
    found = verdict.found
    if not found or "start" not in found:
        return
    yield str(found.get("rule"))
    start, end = one.text.rfind("\n", 0, found["start"]) + 1, one.text.find("\n", found["start"])
    block = (start, end if end >= 0 else len(one.text))
    for a, b in sentence_bounds(one.text, *block):
        if a <= found["start"] < b:
            yield one.text[a:b]
