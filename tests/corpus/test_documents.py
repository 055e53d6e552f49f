"""The register of official documents: what it knows, and how it tells a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import load_documents
from corpus.files import RegisterError


def test_the_register_knows_kinds_bodies_and_offices() -> None:
    register = load_documents()
    names = {name: row.kind for row in register.kinds for name in row.names}
    assert names["quyết định"] == "decision" and names["tờ trình"] == "submission" and names["chỉ thị"] == "other"
    assert "sở" in register.heads_under() and "ủy ban nhân dân" not in register.heads_under()
    assert {"ủy ban nhân dân", "sở", "tỉnh ủy"} <= set(register.heads())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[kind]]\nkind = "poem"\nnames = ["thơ"]\nsymbols = ["th"]\n', "documents.toml:1: kind"),
        ("[[body]]\nheads = []\n", "documents.toml:1: heads"),
        ('[[office]]\nheads = ["giám đốc"]\n[[office]]\nheads = ["giám đốc"]\n', "documents.toml:3: office 'giám đốc'"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "documents.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RegisterError, match=complaint):
        load_documents(path)
