"""`python -m tests.papers` writes the sample documents anew."""

from __future__ import annotations

from pathlib import Path

from tests.papers.make import write_samples

write_samples(Path(__file__).parents[2] / "corpus" / "samples" / "documents")
