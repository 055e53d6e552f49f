"""Why a page cannot be read."""

from __future__ import annotations

from typing import Literal

UnreadableCode = Literal[
    "empty", "too_large", "binary", "undecodable", "no_text", "template_only", "listing", "refused",
    "not_vietnamese", "wrong_type", "encrypted", "damaged", "unsafe", "garbled", "doubtful_encoding", "scan",
    "needs_office",
]  # fmt: skip


class Unreadable(Exception):  # noqa: N818 - it names a state of the page, as the quarantine and its reports do
    """A page that gives no article: `code` to count by, and one line that says what, why and what to do."""

    def __init__(self, code: UnreadableCode, reason: str) -> None:
        super().__init__(reason)
        self.code: UnreadableCode = code
        self.reason = reason
