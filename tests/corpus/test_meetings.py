"""The register of meetings: what it knows, and how it tells a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.files import RegisterError
from corpus.meetings import load_meeting_words


def test_the_register_knows_nouns_activities_and_days() -> None:
    words = load_meeting_words()
    assert {"hội nghị", "phiên họp", "đại hội", "lễ", "tọa đàm"} <= {row.word for row in words.heads}
    assert {row.kind for row in words.activities if row.word in {"tổng kết", "sơ kết"}} == {"review", "interim_review"}
    assert {row.year for row in words.anniversaries if "thi đua" in row.of} == {1948}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[head]]\nword = "hội nghị"\nkind = "feast"\nstands = "alone"\n', "meetings.toml:1: kind"),
        ('[[head]]\nword = "hội nghị"\nkind = "other"\n', "meetings.toml:1: stands: field required"),
        ('[[activity]]\nword = "trao"\nkind = "launch"\ncolour = 1\n', "meetings.toml:1: colour"),
        ('[[anniversary]]\nof = "quốc khánh"\nyear = 45\n', "meetings.toml:1: year"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "meetings.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RegisterError, match=complaint):
        load_meeting_words(path)


def test_a_word_stands_once(tmp_path: Path) -> None:
    row = '[[activity]]\nword = "trao"\nkind = "launch"\n'
    path = tmp_path / "meetings.toml"
    path.write_text(row + row, "utf-8")
    with pytest.raises(RegisterError, match=r"meetings.toml:4: activity 'trao' stands already at line 1"):
        load_meeting_words(path)
