"""Loads what extraction needs once, in the process that worker processes are forked from.

A mistake in a register does not stop that process: each worker meets it again in `warm` and tells the parent.
"""

from __future__ import annotations

import os
from contextlib import suppress


def warm() -> None:
    """Import the extractors, load the registers and build the language pipeline."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import pipeline.extract  # noqa: F401 - loaded for the children
    from extractors.language import pipeline as language_pipeline

    language_pipeline()


with suppress(Exception):
    warm()
