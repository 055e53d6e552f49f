"""Loads what extraction needs once, in the process that worker processes are forked from.

A mistake in a register does not stop that process: each worker meets it again in `warm` and tells the parent.
"""

from __future__ import annotations

import os
from contextlib import suppress

from extractors.model import Page

_SPECIMEN = """Xã Bản Mẫu tổng kết phong trào thi đua
Ngày 5/1/2024, Ủy ban nhân dân xã Bản Mẫu tổ chức hội nghị tổng kết phong trào thi đua “Xây dựng nông thôn mới”.
Ông Lò Văn Mẫu, Chủ tịch Ủy ban nhân dân xã, chủ trì và trao Giấy khen cho 5 tập thể, 12 cá nhân."""
_AS_HTML = "<html><body><article>{}</article></body></html>"


def warm() -> None:
    """Import the extractors and read a specimen, which loads every register and compiles every rule."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from pipeline.extract import outcome_of

    paragraphs = "".join(f"<p>{line}</p>" for line in _SPECIMEN.splitlines())
    outcome_of(Page(_SPECIMEN.encode(), "specimen.txt", "text/plain"))
    outcome_of(Page(_AS_HTML.format(paragraphs).encode(), "specimen.html"))


with suppress(Exception):
    warm()
