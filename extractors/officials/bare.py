"""Where known names stand with no office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractors.lexicon import WORD, Lexicon
from extractors.officials.signs import sign
from extractors.reading import Reading
from extractors.text import phrase_key


def bare_mentions(
    reading: Reading, names: Iterable[str], taken: Mapping[int, int]
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the name's key, start and end of each place of a name, and of the phrase with its honorific.

    `taken` are the places that are known already: where they begin, and where they end.
    """
    keys = [phrase_key(name) for name in names]
    if not keys:
        return
    trie = Lexicon(((key, key) for key in keys), between=r"[\s'\-]*")
    firsts = {WORD.findall(key)[0] for key in keys}
    past = 0
    for start in reading.starts_of(firsts):
        past = max(past, taken.get(start, 0))
        if start < past or not reading.text[start].isupper():
            continue
        hit = trie.match_at(reading.key, start)
        if hit and _stands_alone(reading.text, hit.start, hit.end):
            past = hit.end
            called = sign("called_so").search(reading.key, max(0, start - 40), start)
            yield hit.value, hit.start, hit.end, called.start() if called else start, hit.end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the place is the whole of a name, not part of a longer word or name."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        return False
    return not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower())
