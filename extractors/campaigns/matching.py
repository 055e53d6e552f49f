"""Which campaign a whole name means: as registered, in a local form, longer, shorter, misspelt or reworded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Literal

from extractors.campaigns.grammar import part
from extractors.campaigns.names import LONGEST_SLOT, TURN, LocalForm, NameBook, numbers_of
from extractors.campaigns.tree import Form
from extractors.campaigns.words import NameWord

Manner = Literal["exact", "local", "extended", "shortened", "typo", "reworded"]
SHORTEST_FUZZY = 12
"""Characters a name needs before slips of the pen are forgiven."""
_LEAST, _LONG = 3, 5
_LONG_TO_REWORD = 8
_MOST_ADDED = 12


@dataclass(frozen=True, slots=True)
class Match:
    """A campaign recognised in the first words of a name, up to the offset `end`."""

    form: Form
    end: int
    manner: Manner


def whole(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    """The campaign that all the words name, or `None`; `text` is the article's, for capitals."""
    if not name:
        return None
    exact = book.passing(name)
    if exact is not None and exact.form is not None:
        return Match(exact.form, name[-1].end, "exact")
    return (
        _local_whole(book, name, text)
        or _explained(book, name, text)
        or _on_its_ground(book, name, text)
        or _extended(book, name)
        or _shortened(book, name)
        or _close(book, name, tuple(word.key for word in name))
    )


def opening(book: NameBook, name: Iterable[NameWord]) -> Match | None:
    """The longest campaign name, exactly as registered, that the words begin with."""
    found = book.longest(name)
    return Match(found.form, found.end, "exact") if found else None


def _local_whole(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    keys = tuple(word.key for word in name)
    for local in book.locals_ending.get(keys[-1], ()):
        first, turn = len(local.before), len(keys) - len(local.after)
        fits = first <= turn <= first + LONGEST_SLOT and (*keys[:first], *keys[turn:]) == (*local.before, *local.after)
        if fits and (first == turn or has_name(name[first:turn], text)):
            return Match(local.form, name[-1].end, "local" if first < turn else "shortened")
    begun = local_opening(book, name, partial(has_name, text=text))
    added = sum(word.start >= begun.end for word in name) if begun else 0
    return replace(begun, end=name[-1].end) if begun and added <= _MOST_ADDED else None


def _explained(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    """The name before a colon, behind which its parts are spelt out."""
    at = next((i for i in range(1, len(name)) if ":" in text[name[i - 1].end : name[i].start]), None)
    node = book.passing(name[:at]) if at else None
    return Match(node.form, name[-1].end, "extended") if node and node.form else None


def local_opening(
    book: NameBook, words: Iterable[NameWord], fills: Callable[[Sequence[NameWord]], bool]
) -> Match | None:
    """The first local form that the words begin with; `fills` judges what stands in its slot."""
    ahead = iter(words)
    name = list(islice(ahead, LONGEST_SLOT + _LONG))
    for turn, local in _turns(book, tuple(word.key for word in name)):
        first, size = len(local.before), turn + len(local.after)
        name += islice(ahead, max(0, size - len(name)))
        whole_name = tuple(word.key for word in name[turn:size]) == local.after
        if whole_name and fills(name[first:turn]):
            return Match(local.form, name[size - 1].end, "local" if first < turn else "shortened")
    return None


def _turns(book: NameBook, keys: tuple[str, ...]) -> Iterator[tuple[int, LocalForm]]:
    """Where the slot of a local form may end, as far as these first words of a name tell."""
    for turn in range(len(keys)):
        for local in book.locals_turning.get(keys[turn : turn + TURN], ()):
            first, known = len(local.before), keys[turn : turn + len(local.after)]
            if first <= turn <= first + LONGEST_SLOT and (keys[:first], known) == (
                local.before,
                local.after[: len(known)],
            ):
                yield turn, local


def has_name(slot: Sequence[NameWord], text: str) -> bool:
    """Whether a slot holds a proper name.

    >>> has_name([NameWord("bến", 0, 3), NameWord("nghé", 4, 8)], "Bến Nghé")
    True
    """
    return any(text[word.start].isupper() for word in slot)


def _on_its_ground(book: NameBook, name: Sequence[NameWord], text: str) -> Match | None:
    """The name before "trên địa bàn …", which says where and not what."""
    keys = [word.key for word in name]
    at = next((i for i in range(3, len(keys) - 2) if keys[i : i + 3] == ["trên", "địa", "bàn"]), None)
    match = whole(book, name[:at], text) if at else None
    return Match(match.form, name[-1].end, match.manner) if match else None


def _extended(book: NameBook, name: Sequence[NameWord]) -> Match | None:
    found = book.longest(name)
    if not found or found.form.short or found.size < _LEAST or len(name) - found.size > _MOST_ADDED:
        return None
    complete = found.size >= _LONG or part("leads_on").match(" ".join(word.key for word in name[found.size :]))
    return Match(found.form, name[-1].end, "extended") if complete else None


def _shortened(book: NameBook, name: Sequence[NameWord]) -> Match | None:
    node = book.passing(name)
    if node is None or len(name) <= _LONG or len(node.campaigns) != 1:
        return None
    form = next(form for form in book.full.values() if form.campaign.id in node.campaigns)
    return Match(form, name[-1].end, "shortened")


def _close(book: NameBook, name: Sequence[NameWord], keys: tuple[str, ...]) -> Match | None:
    written, bag, numbers = " ".join(keys), frozenset(keys), numbers_of(keys)
    if len(written) < SHORTEST_FUZZY:
        return None
    for known in book.akin(bag):
        if known.numbers != numbers:
            continue
        slips = len(known.written) // SHORTEST_FUZZY
        near = abs(len(known.words) - len(keys)) <= 1
        if slips and near and distance(written, known.written, slips) <= slips:
            return Match(known.form, name[-1].end, "typo")
        changes = len(known.words) // 5
        if len(known.words) >= _LONG_TO_REWORD and distance(keys, known.words, changes) <= changes:
            return Match(known.form, name[-1].end, "reworded")
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
