"""Stories: an article and its reprints, found by the agreement of their MinHash signatures.

Measured on 834 real articles and 300 copies of each sort made of them: found are all copies with a lead of their own or
split paragraphs, 99 % of those cut to 60 % under a lead of their own, 98 % of those cut to half; of pages that quote
30 % of another article none, of those that quote 40 % one in a hundred. No two of the 347,361 pairs of the articles
themselves agree in more than 0.32. Bands of three rows lose 1 in 300 of the half copies, bands of eight 95 in 100.
"""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipeline.alike import Signatures, alike
from pipeline.signature import PERMUTATIONS
from pipeline.warehouse.scripts import script

LEAST_SYLLABLES = 40
"""Shorter texts have too few shingles to tell a reprint from a formula."""
_SIGNATURES = """
SELECT s.n - 1 AS place, p.signature
FROM article_pages AS p
JOIN sketches AS s USING (article_id)
WHERE s.syllables >= $syllables AND len(p.signature) = $permutations
"""


def group_stories(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table `story_of` (article_id, story_id) from `article_pages`; a story has its first article's id."""
    con.execute(script("stories/sketches"))
    together = first_of((alike(*_signatures(con)) + 1).tolist())
    schema = pa.schema({"n": pa.int32(), "first": pa.int32()})
    con.register("hanging_together", pa.Table.from_arrays([[*together], [*together.values()]], schema=schema))
    con.execute(script("stories/story_of"))
    con.unregister("hanging_together")


def _signatures(con: duckdb.DuckDBPyConnection) -> tuple[Signatures, NDArray[np.int64]]:
    """The signatures of the articles in the order of publication, and the places of those that can be compared."""
    ((articles,),) = con.execute("SELECT count(*) FROM sketches").fetchall()
    signatures = np.empty((articles, PERMUTATIONS), np.uint32)
    compared = []
    limits = {"syllables": LEAST_SYLLABLES, "permutations": PERMUTATIONS}
    for batch in con.sql(_SIGNATURES, params=limits).to_arrow_reader():
        places = batch.column("place").to_numpy()
        signatures[places] = batch.column("signature").flatten().to_numpy().reshape(-1, PERMUTATIONS)
        compared.append(places)
    return signatures, np.sort(np.concatenate([np.empty(0, np.int64), *compared]).astype(np.int64))


def first_of(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each number in the pairs the least one that it hangs together with, directly or through others.

    >>> first_of([(5, 7), (2, 5), (3, 4)])
    {5: 2, 7: 2, 2: 2, 3: 3, 4: 3}
    """
    parent: dict[int, int] = {}
    for one, other in pairs:
        roots = _root(parent, one), _root(parent, other)
        parent[max(roots)] = min(roots)
    return {number: _root(parent, number) for number in parent}


def _root(parent: dict[int, int], number: int) -> int:
    parent.setdefault(number, number)
    while parent[number] != number:
        parent[number] = number = parent[parent[number]]
    return number
