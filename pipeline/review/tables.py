"""The logs of reviewers as tables for the load scripts of the warehouse."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from pipeline.candidates.decision import Decision
from pipeline.candidates.decision import log_path as decisions_path
from pipeline.review.log import read_log
from pipeline.review.verdict import Verdict
from pipeline.review.verdict import log_path as verdicts_path

_TEXT, _INT = pa.string(), pa.int32()
_VERDICTS = pa.schema(
    {
        "verdict_no": _INT,
        **dict.fromkeys(("kind", "verdict", "said", "should_be", "reviewer", "reviewed_at", "note"), _TEXT),
        **dict.fromkeys(("article_id", "text_id"), _TEXT),
        **dict.fromkeys(("text_length", "start", "end"), _INT),
        "quote": _TEXT,
    }
)
_DECISIONS = pa.schema(
    {
        "decision_no": _INT,
        **dict.fromkeys(("candidate_id", "decision", "campaign_id", "name", "kind", "owner", "because"), _TEXT),
        **dict.fromkeys(("reviewer", "decided_at"), _TEXT),
    }
)


def review_tables(reviews_dir: Path) -> dict[str, pa.Table]:
    """Both logs, by the names that the load scripts use; raises `LogError` for a damaged one."""
    verdicts = enumerate(read_log(verdicts_path(reviews_dir), Verdict), 1)
    decisions = enumerate(read_log(decisions_path(reviews_dir), Decision), 1)
    return {
        "told_verdicts": pa.Table.from_pylist([_verdict(no, told) for no, told in verdicts], schema=_VERDICTS),
        "told_decisions": pa.Table.from_pylist(
            [_decision(no, told, candidate) for no, told in decisions for candidate in told.candidates],
            schema=_DECISIONS,
        ),
    }


def _verdict(number: int, told: Verdict) -> dict[str, object]:
    named = {"verdict_no": number, "verdict": told.judgement, "reviewed_at": told.at.isoformat()}
    return {**told.model_dump(exclude={"judgement", "at"}), **named}


def _decision(number: int, told: Decision, candidate: str) -> dict[str, object]:
    named = {"decision_no": number, "candidate_id": candidate, "decided_at": told.at.isoformat()}
    return {**told.model_dump(exclude={"candidates", "at"}), **named}
