"""What a source changed under its address is put down to changed articles, also where both versions are kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.difference.find import difference
from pipeline.difference.steps import CAUSES
from pipeline.warehouse.build import build
from tests.pipeline.stored import Row, first_article, other_article, reprint, row, store

_MENTIONS = ("campaign reports", "nong-thon-moi", "mentions")


def _first(at: int) -> Row:
    return row(*first_article(), captured_at=at)


def _edited(at: int) -> Row:
    """The first article without its last mention, and with a longer end."""
    read, facts = first_article()
    longer = f"{read.text} Bài viết đã được sửa."
    read = replace(read, text=longer, blocks=(*read.blocks[:-1], replace(read.blocks[-1], end=len(longer))))
    return row(read, replace(facts, campaigns=facts.campaigns[:-1]), captured_at=at)


KEPT = {
    "before": [_first(1)],
    "edited": [_first(1), _edited(2)],
    "reverted": [_first(3), _edited(2)],
    "the first is lost": [_edited(2)],
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    others = [row(*reprint()), row(*other_article())]
    return {name: build(store(tmp_path_factory.mktemp("kept"), rows, others)).path for name, rows in KEPT.items()}


def _parts(old: Path, new: Path) -> dict[tuple[str, str, str], dict[str, int]]:
    """For each changed count the causes that have a part in it."""
    return {
        change.cell: {cause: int(part) for cause, part in zip(CAUSES, change.by_cause, strict=True) if part}
        for change in difference(old, new).changes
    }


@pytest.mark.parametrize(
    ("old", "new", "mentions"),
    [
        ("before", "edited", -1),
        ("edited", "reverted", 1),
        pytest.param("the first is lost", "reverted", 1, marks=pytest.mark.slow),
        pytest.param("reverted", "edited", -1, marks=pytest.mark.slow),
        pytest.param("before", "the first is lost", -1, marks=pytest.mark.slow),
    ],
)
def test_an_edited_article_is_one_that_changed(files: dict[str, Path], old: str, new: str, mentions: int) -> None:
    assert _parts(files[old], files[new]) == {_MENTIONS: {"changed": mentions}}


@pytest.mark.slow
@pytest.mark.parametrize(("old", "new"), [("before", "reverted"), ("edited", "the first is lost")])
def test_a_version_that_is_not_counted_changes_nothing(files: dict[str, Path], old: str, new: str) -> None:
    assert _parts(files[old], files[new]) == {}
    assert _parts(files[new], files[old]) == {}
