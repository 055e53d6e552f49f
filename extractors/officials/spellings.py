"""Names that are one person's: spelled with a letter wrong, or cut to the given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_MOST = 40


def one_edit(one: str, other: str) -> bool:
    """Whether two different strings are one inserted, dropped or changed letter apart.

    >>> one_edit("đặng thị tịnh", "đặng thị thịnh"), one_edit("lê an", "lê bình")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1 or len(short) < 6:
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[head + (len(short) == len(long)) :] == long[head + 1 :]


def misspellings(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names one letter apart, the earlier first.

    A name is looked up by its beginning and by its end, among the last few that share them, so that a thousand names
    are not compared each with each.

    >>> list(misspellings(["lê thị thịnh", "trần văn an", "lê thị tịnh"]))
    [('lê thị thịnh', 'lê thị tịnh')]
    """
    seen: dict[str, list[str]] = {}
    for key in keys:
        half = len(key) // 2
        buckets = {f"^{key[: half - 1]}", f"^{key[:half]}", f"{key[half + 1 :]}$", f"{key[half:]}$"}
        shared = sorted(buckets & seen.keys())
        near = dict.fromkeys(other for bucket in shared for other in seen[bucket][-_MOST:])
        yield from ((other, key) for other in near if one_edit(key, other))
        for bucket in buckets:
            seen.setdefault(bucket, []).append(key)


def bearers(keys: Iterable[str]) -> dict[str, list[str]]:
    """For each given name, of one syllable or two, the full names that end in it.

    >>> bearers(["lê văn an", "bùi an"])["an"]
    ['lê văn an', 'bùi an']
    """
    full: dict[str, list[str]] = {}
    for key in keys:
        words = key.split()
        for length in range(1, min(3, len(words))):
            full.setdefault(" ".join(words[-length:]), []).append(key)
    return full
