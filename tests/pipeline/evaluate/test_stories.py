"""The adjusted Rand index, and the stories of the sample site by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.stories import Told, adjusted_rand, copies, gold_articles, grouped, story_lines
from tests.conftest import ROOT

GOLD = ROOT / "corpus" / "samples" / "gold"
_groups = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=30)


@given(_groups)
def test_the_index_does_not_care_which_grouping_comes_first_or_what_groups_are_called(
    pairs: list[tuple[int, int]],
) -> None:
    index = adjusted_rand(pairs)
    assert index <= 1
    assert adjusted_rand([(b, a) for a, b in pairs]) == pytest.approx(index)
    assert adjusted_rand([(f"story {a}", -b) for a, b in pairs]) == pytest.approx(index)
    assert adjusted_rand([(a, a) for a, _ in pairs]) == 1


def test_a_known_value() -> None:
    one, other = (0, 0, 1, 1, 2, 2), (0, 0, 1, 2, 2, 2)
    assert adjusted_rand(zip(one, other, strict=True)) == pytest.approx(0.4444, abs=1e-4)


def test_the_gold_stories_are_found() -> None:
    told = list(gold_articles(GOLD))
    assert len(told) >= 20
    found = grouped(told)
    assert adjusted_rand(zip((one.story for one in told), found, strict=True)) >= 0.94


def test_copies_are_put_to_their_story_and_a_quoting_page_is_not() -> None:
    told = max(gold_articles(GOLD), key=lambda one: len(one.paragraphs))
    *same, quoting = copies(told)
    found = grouped([told, *same, quoting])
    assert all(a == b for a, b in pairwise(found[:-1]))
    assert found[-1] != found[0]
    assert {one.story for one in same} == {told.story} != {quoting.story}


def test_a_folder_without_stories_has_no_line() -> None:
    assert list(story_lines(ROOT / "docs")) == []


def test_each_line_names_what_it_counts() -> None:
    plain, copied = story_lines(GOLD)
    assert plain.startswith("stories ") and "adjusted Rand index" in plain
    assert copied.startswith("with copies ")


def test_short_texts_are_stories_of_their_own() -> None:
    assert grouped([Told("a", "Tin", ("Ngắn thôi.",)), Told("a", "Tin", ("Ngắn thôi.",))]) == ["00000000", "00000001"]
