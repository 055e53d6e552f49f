"""The records of runs as a table for the load scripts."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from pipeline.runs import RunRecord

_TEXT, _COUNT = pa.string(), pa.int32()
_COUNTS = ("given", "parsed", "quarantined", "known", "refused")
_SCHEMA = pa.schema(
    {
        **dict.fromkeys(("run_id", "state", "started_at", "finished_at", "code_version", "register_hash"), _TEXT),
        "workers": _COUNT,
        "inputs": pa.list_(_TEXT),
        **dict.fromkeys(_COUNTS, _COUNT),
        "quarantined_by_reason": pa.map_(_TEXT, _COUNT),
    }
)


def run_table(runs: Iterable[RunRecord]) -> pa.Table:
    """One row per run, times as ISO text."""
    return pa.Table.from_pylist([_row(run) for run in runs], schema=_SCHEMA)


def _row(run: RunRecord) -> dict[str, object]:
    head = ("run_id", "state", "started_at", "finished_at", "code_version", "register_hash", "workers")
    return {
        **{name: getattr(run, name) for name in head},
        "inputs": list(run.inputs),
        **{name: getattr(run.books, name) for name in _COUNTS},
        "quarantined_by_reason": list(run.books.by_reason.items()),
    }
