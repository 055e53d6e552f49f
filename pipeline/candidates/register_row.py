"""An accepted candidate as a row for `corpus/registers/campaigns.toml`, to be pasted there."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpus.campaigns import Campaign
from pipeline.candidates.decision import Decision


def register_row(decision: Decision, aliases: Sequence[str], seen: str | None) -> str:
    """The row as TOML; raises `ValueError` for what the register would refuse.

    `aliases` are its other spellings, `seen` is where it was first seen.
    """
    by_whom = f"accepted by {decision.reviewer} on {decision.at:%Y-%m-%d}"
    told: dict[str, str | list[str] | None] = {
        "id": decision.campaign_id,
        "name": decision.name,
        "aliases": _distinct(decision.name, aliases),
        "kind": decision.kind,
        "owner": decision.owner,
        "source": f"{by_whom}; {seen}" if seen else by_whom,
    }
    kept = {key: value for key, value in told.items() if value}
    Campaign.model_validate(kept)
    return "\n".join(["[[campaign]]", *(f"{key} = {json.dumps(v, ensure_ascii=False)}" for key, v in kept.items())])


def _distinct(name: str, aliases: Sequence[str]) -> list[str]:
    """The spellings that the register tells apart: case and punctuation do not count there.

    >>> _distinct("Xóm sạch", ["xóm sạch", "Xóm xạch", "Xóm - xạch"])
    ['Xóm xạch']
    """
    forms = {_folded(alias): alias for alias in reversed(aliases)}
    return [alias for alias in aliases if forms[_folded(alias)] == alias and _folded(alias) != _folded(name)]


def _folded(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
