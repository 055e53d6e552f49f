"""Old Word files go through LibreOffice where it is installed; a program of that name stands in for it here."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.article import read_page
from extractors.model import Page
from pipeline.extract import outcome_of
from pipeline.prepare import prepared
from tests.extractors.documents.makers import SENTENCES, blocks, word_file

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def page() -> Page:
    return Page(OLD, "cu.doc", media_type="application/msword")


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a `soffice` on the path."""
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_it_is_converted_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted = tmp_path / "made.docx"
    converted.write_bytes(word_file(lambda document: [document.add_paragraph(text) for text in SENTENCES]))
    program(tmp_path, f'cp {converted} "$(dirname "$(eval echo \\${{$#}})")/given.docx"', monkeypatch)
    assert blocks(read_page(prepared(page()))) == list(SENTENCES)


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_what_cannot_be_converted_is_refused(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, script, monkeypatch)
    row = outcome_of(page())
    assert (row["outcome"], row["reason_code"]) == ("quarantined", "damaged")


def test_without_libreoffice_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "LibreOffice" in outcome_of(page())["reason"]
