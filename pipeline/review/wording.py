"""What a reviewer writes into the column `verdict`, in English or Vietnamese, with or without diacritics."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.text import search_key
from pipeline.review.verdict import Judgement

_WORDS: dict[str, Judgement] = {
    "right": "right",
    "dung": "right",
    "wrong": "wrong",
    "sai": "wrong",
    "should be": "should_be",
    "phai la": "should_be",
    "missed": "missed",
    "bo sot": "missed",
    "withdrawn": "withdrawn",
    "rut lai": "withdrawn",
}
KNOWN = "right, wrong, should be …, missed … or withdrawn"


@dataclass(frozen=True, slots=True)
class Wording:
    """A judgement, and the words that were written after it."""

    judgement: Judgement
    rest: str


def read_wording(cell: str) -> Wording | None:
    """The judgement that a cell expresses, `None` where it expresses none.

    >>> read_wording("Phải là: nong-thon-moi")
    Wording(judgement='should_be', rest='nong-thon-moi')
    >>> read_wording("maybe") is None
    True
    """
    written = cell.split()
    for size in (2, 1):
        judgement = _WORDS.get(search_key(" ".join(written[:size])).rstrip(":").replace("_", " "))
        if judgement:
            return Wording(judgement, " ".join(written[size:]))
    return None
