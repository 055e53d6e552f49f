"""Who is told how a night goes: text for people or lines of JSON for machines are made of the same calls."""

from __future__ import annotations

from typing import Protocol

from pipeline.intake import Watcher


class Teller(Watcher, Protocol):
    """Takes what happens; facts are plain numbers and texts."""

    def tell(self, event: str, text: str, **facts: object) -> None:
        """Something happened: its name for machines, a line for people, and what belongs to it."""
