"""The candidates as a table: in short for eyes, whole for a program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from pipeline.candidates.listing import Candidate, Example
from pipeline.tabular import Answer

_AROUND = 40
"""Characters before and after the name that a table shows of an example."""
_COLUMNS = ("name", "mentions", "articles", "stories", "first_seen", "last_seen", "provinces", "other_spellings")


def in_short(found: Iterable[Candidate]) -> Answer:
    """One example each, the words around the name."""
    return Answer((*_COLUMNS, "example"), [_short(each) for each in found])


def as_answer(found: Iterable[Candidate]) -> Answer:
    """Everything: ids of spellings, all examples with their fact ids."""
    columns = ("candidate_id", *_COLUMNS, "spellings", "examples")
    rows = [asdict(each) for each in found]
    return Answer(columns, [[row[name] for name in columns] for row in rows])


def _short(found: Candidate) -> list[object]:
    example = found.examples[0]
    cells = [getattr(found, name) for name in _COLUMNS]
    return [*(", ".join(c) if isinstance(c, tuple) else c for c in cells), f"{example.fact_id}: {shown(example)}"]


def shown(example: Example) -> str:
    """The name as it stands in the sentence, marked, and the words around it.

    >>> shown(Example("f", "Xã Mẫu phát động Xóm sạch từ tháng 5.", 17, 25, None))
    'Xã Mẫu phát động »Xóm sạch« từ tháng 5.'
    """
    sentence = example.sentence
    before, name, after = sentence[: example.start], sentence[example.start : example.end], sentence[example.end :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return f"{before}»{name}«{after}"
