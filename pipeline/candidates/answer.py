"""The candidates as a table: in short for eyes, whole for a program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from pipeline.candidates.listing import Candidate
from pipeline.tabular import Answer

_SHOWN = 120
"""Characters of an example that a table shows."""
_COLUMNS = ("name", "mentions", "articles", "stories", "first_seen", "last_seen", "provinces", "other_spellings")


def in_short(found: Iterable[Candidate]) -> Answer:
    """One example each, cut to a line."""
    return Answer((*_COLUMNS, "example"), [_short(each) for each in found])


def as_answer(found: Iterable[Candidate]) -> Answer:
    """Everything: ids of spellings, all examples with their fact ids."""
    columns = ("candidate_id", *_COLUMNS, "spellings", "examples")
    rows = [asdict(each) for each in found]
    return Answer(columns, [[row[name] for name in columns] for row in rows])


def _short(found: Candidate) -> list[object]:
    example = found.examples[0]
    sentence = example.sentence if len(example.sentence) <= _SHOWN else example.sentence[: _SHOWN - 1] + "…"
    cells = [getattr(found, name) for name in _COLUMNS]
    return [*(", ".join(c) if isinstance(c, tuple) else c for c in cells), f"{example.fact_id}: {sentence}"]
