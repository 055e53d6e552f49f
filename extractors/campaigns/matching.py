"""Which campaign a whole name means: as registered, in a local form, longer, shorter, misspelt or reworded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.campaigns.names import LONGEST_SLOT, Form, NameBook, NameWord

Manner = Literal["exact", "local", "extended", "shortened", "typo", "reworded"]
SHORTEST_FUZZY = 12
"""Characters a name needs before slips of the pen are forgiven."""
_LONG = 5
_LONG_TO_REWORD = 8
_MOST_ADDED = 12
_LEADS_ON = frozenset("trong ở tại của trên tỉnh thành huyện xã phường cấp ngành".split())


@dataclass(frozen=True, slots=True)
class Match:
    """A campaign recognised in the first `size` words of a name."""

    form: Form
    size: int
    manner: Manner


def whole(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    """The campaign that all the words name, or `None`; `text` is the article's, for capitals."""
    exact = book.passing(name)
    if not name or (exact is not None and exact.form is not None):
        return Match(exact.form, len(name), "exact") if exact and exact.form else None
    return (
        _local_whole(book, name, text)
        or _extended(book, name)
        or _shortened(book, name)
        or _close(book, tuple(word.key for word in name))
    )


def opening(book: NameBook, name: Sequence[NameWord], fills: Callable[[Sequence[NameWord]], bool]) -> Match | None:
    """The longest campaign name, exact or local, that the words begin with; `fills` judges what stands in a slot."""
    exact = book.longest(name)
    local = _local_opening(book, name, fills)
    if local and (exact is None or local.size > exact[0]):
        return local
    return Match(exact[1], exact[0], "exact") if exact else None


def _local_whole(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    keys = tuple(word.key for word in name)
    for local in book.locals_ending.get(keys[-1], ()):
        first, turn = len(local.before), len(keys) - len(local.after)
        fits = first <= turn <= first + LONGEST_SLOT and (*keys[:first], *keys[turn:]) == (*local.before, *local.after)
        if fits and (first == turn or has_name(name[first:turn], text)):
            return Match(local.form, len(name), "local" if first < turn else "shortened")
    return None


def _local_opening(
    book: NameBook, name: Sequence[NameWord], fills: Callable[[Sequence[NameWord]], bool]
) -> Match | None:
    keys = tuple(word.key for word in name)
    for turn in range(min(len(keys), LONGEST_SLOT + _LONG)):
        for local in book.locals_turning.get(keys[turn], ()):
            first, size = len(local.before), turn + len(local.after)
            fits = first <= turn <= first + LONGEST_SLOT and keys[:first] == local.before
            if fits and keys[turn:size] == local.after and fills(name[first:turn]):
                return Match(local.form, size, "local" if first < turn else "shortened")
    return None


def has_name(slot: Sequence[NameWord], text: str) -> bool:
    """Whether a slot holds a proper name.

    >>> has_name([NameWord("bến", 0, 3), NameWord("nghé", 4, 8)], "Bến Nghé")
    True
    """
    return any(text[word.start].isupper() for word in slot)


def _extended(book: NameBook, name: Sequence[NameWord]) -> Match | None:
    found = book.longest(name)
    if not found or found[1].short or found[0] < 3 or len(name) - found[0] > _MOST_ADDED:
        return None
    whole_name = found[0] >= _LONG or name[found[0]].key in _LEADS_ON
    return Match(found[1], len(name), "extended") if whole_name else None


def _shortened(book: NameBook, name: Sequence[NameWord]) -> Match | None:
    node = book.passing(name)
    if node is None or len(name) <= _LONG or len(node.campaigns) != 1:
        return None
    form = next(form for form in book.full.values() if form.campaign.id in node.campaigns)
    return Match(form, len(name), "shortened")


def _close(book: NameBook, name: tuple[str, ...]) -> Match | None:
    written = " ".join(name)
    if len(written) < SHORTEST_FUZZY:
        return None
    numbers = [word for word in name if word.isdigit()]
    for known, form in book.full.items():
        if [word for word in known if word.isdigit()] != numbers or len(set(known) & set(name)) * 5 < len(known) * 3:
            continue
        spelt = " ".join(known)
        slips = len(spelt) // SHORTEST_FUZZY
        if slips and abs(len(known) - len(name)) <= 1 and distance(written, spelt, slips) <= slips:
            return Match(form, len(name), "typo")
        changes = len(known) // 5
        if len(known) >= _LONG_TO_REWORD and distance(name, known, changes) <= changes:
            return Match(form, len(name), "reworded")
    return None


def distance(one: Sequence[str], other: Sequence[str], limit: int) -> int:
    """Edit distance (insert, delete, replace) of two words or two names; `limit + 1` for anything beyond `limit`.

    >>> distance("nông thôn", "nông thon", 3), distance("abc", "xyz", 1)
    (1, 2)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
