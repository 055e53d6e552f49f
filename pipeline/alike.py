"""Pairs of MinHash signatures that agree in many places, by locality-sensitive hashing in bands.

Candidates agree in all rows of a band; of a band's bucket each is compared with the `NEIGHBOURS` that follow it, so
that a page that stands a thousand times costs no more than that often its comparisons. A band is one sort of 64-bit
numbers, the band's hash above and the place below, so that the members of a bucket lie side by side.
(J. Leskovec, A. Rajaraman, J. D. Ullman, Mining of Massive Datasets, chapter 3.)
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

Signatures = NDArray[np.uint32]
"""One row per article."""
Places = NDArray[np.int64]
"""Numbers of rows."""

ALIKE = 0.4
"""Share of places in which the signatures of two articles of one story agree at least."""
ROWS_PER_BAND = 3
NEIGHBOURS = 32
"""Comparisons per article and bucket."""

_PLACE_BITS = np.uint64(24)
"""Enough for sixteen million articles; forty bits stay for the hash, and what they confuse is compared in full."""
_MIXERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_ROWS_IN_CACHE = 1_000
"""Articles whose bands are hashed together."""
_AT_ONCE = 50_000
"""Pairs that are compared together."""
_WORKERS = 2


def alike(signatures: Signatures, compared: Places) -> Places:
    """The pairs of rows, the earlier first, that agree in at least `ALIKE` of their places; of `compared` rows only."""
    with ThreadPoolExecutor(_WORKERS) as pool:
        candidates = [*pool.map(partial(_candidates, compared), _bands(signatures, compared))]
        pairs = _distinct(candidates)
        parts = pool.map(partial(_agreeing, signatures), _parts(pairs))
        return np.concatenate([np.empty((0, 2), np.int64), *parts])


def _bands(signatures: Signatures, compared: Places) -> NDArray[np.uint64]:
    """The hashes of each band's rows; of so many articles at a time as stay in a processor's cache."""
    bands = signatures.shape[1] // ROWS_PER_BAND
    hashes = np.empty((bands, compared.size), np.uint64)
    for start in range(0, compared.size, _ROWS_IN_CACHE):
        rows = signatures[compared[start : start + _ROWS_IN_CACHE]].T.astype(np.uint64, order="C")
        parts = (rows[at : bands * ROWS_PER_BAND : ROWS_PER_BAND] * mixer for at, mixer in enumerate(_MIXERS))
        mixed = reduce(np.bitwise_xor, parts)
        mixed ^= mixed >> np.uint64(29)
        hashes[:, start : start + _ROWS_IN_CACHE] = mixed * _MIXERS[0]
    return hashes


def _candidates(compared: Places, mixed: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The pairs that a band, of which the hashes are given, brings together, as numbers: earlier above, later below."""
    members = np.sort((mixed >> _PLACE_BITS << _PLACE_BITS) | compared.astype(np.uint64))
    bucket, place = members >> _PLACE_BITS, members & np.uint64((1 << int(_PLACE_BITS)) - 1)
    found = []
    for step in range(1, NEIGHBOURS + 1):
        (earlier,) = np.nonzero(bucket[:-step] == bucket[step:])
        if not earlier.size:
            break
        found.append((place[earlier] << np.uint64(32)) | place[earlier + step])
    return np.concatenate([np.empty(0, np.uint64), *found])


def _distinct(candidates: list[NDArray[np.uint64]]) -> Places:
    """Each pair once, in order (sorting is three times as fast as `np.unique`, which hashes); none of them is 0."""
    pairs = np.sort(np.concatenate([np.empty(0, np.uint64), *candidates]))
    pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=np.uint64(0)))]
    return np.column_stack([pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)]).astype(np.int64)


def _parts(pairs: Places) -> Iterator[Places]:
    return (pairs[start : start + _AT_ONCE] for start in range(0, len(pairs), _AT_ONCE))


def _agreeing(signatures: Signatures, pairs: Places) -> Places:
    agree = np.count_nonzero(signatures[pairs[:, 0]] == signatures[pairs[:, 1]], axis=1)
    found: Places = pairs[agree >= ALIKE * signatures.shape[1]]
    return found
