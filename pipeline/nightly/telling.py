"""Who is told how a night goes: text for people or lines of JSON for machines are made of the same calls."""

from __future__ import annotations

from typing import Protocol


class Teller(Protocol):
    """Takes what happens; facts are plain numbers and texts."""

    def tell(self, event: str, text: str, **facts: object) -> None:
        """Something happened: its name for machines, a line for people, and what belongs to it."""

    def warn(self, text: str) -> None:
        """Something did not go well; one line."""

    def progress(self, what: str, done: int, total: int) -> None:
        """So much of something is done by now."""
