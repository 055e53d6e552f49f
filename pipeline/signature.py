"""The MinHash signature of an article: two articles whose signatures agree in many places are one story."""

from __future__ import annotations

from rensa import RMinHash

from extractors.lexicon import words_of
from extractors.reading import Reading

PERMUTATIONS = 128
SHINGLE_SYLLABLES = 5
_SEED = 20250701
_STORY_ROLES = frozenset({"lead", "heading", "body"})


def signature(reading: Reading) -> list[int]:
    """The 128 numbers for the article's running text; titles and captions, which reprints change, stay out."""
    blocks = [b for b in reading.article.blocks if b.role in _STORY_ROLES] or reading.article.blocks
    words = [word.key for block in blocks for word in words_of(reading.key, block.start, block.end)]
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update(shingles(words))
    return list(sketch.digest())


def shingles(words: list[str]) -> list[str]:
    """Every run of five syllables, or the whole text where it is shorter.

    >>> shingles("phong trào thi đua yêu nước".split())
    ['phong trào thi đua yêu', 'trào thi đua yêu nước']
    """
    last = max(len(words) - SHINGLE_SYLLABLES, 0)
    return [" ".join(words[at : at + SHINGLE_SYLLABLES]) for at in range(last + 1)]
