"""Warming up loads what pages need: every reader and every kind of fact is at work on the specimen."""

from __future__ import annotations

import pytest

from extractors.model import Page
from pipeline.extract import outcome_of
from pipeline.sandbox_warm import _AS_HTML, _SPECIMEN

PAGES = [
    Page(_SPECIMEN.encode(), "a.txt", "text/plain"),
    Page(_AS_HTML.format("".join(f"<p>{line}</p>" for line in _SPECIMEN.splitlines())).encode(), "a.html"),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_specimen_is_read_and_has_facts_of_every_kind(page: Page) -> None:
    row = outcome_of(page)
    assert row["outcome"] == "parsed"
    assert all(row[kind] for kind in ("meetings", "officials", "campaigns", "awards"))
