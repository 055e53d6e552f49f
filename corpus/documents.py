"""Kinds of official documents, the bodies that issue them and the offices that sign them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.files import HOME, RegisterRow, checked, read_toml, unique

Kind = Literal["report", "decision", "plan", "notice", "submission", "letter", "resolution", "other"]


class DocumentKind(RegisterRow):
    """A kind with its names and the short forms in symbols, all in lower case."""

    kind: Kind
    names: tuple[str, ...] = Field(min_length=1)
    symbols: tuple[str, ...] = Field(min_length=1)


class Body(RegisterRow):
    """Words that names of issuing bodies begin with; `under`: a body that stands under a parent."""

    heads: tuple[str, ...] = Field(min_length=1)
    under: bool = False


class SigningOffice(RegisterRow):
    """Words that the office of a signer begins with."""

    heads: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True)
class DocumentRegister:
    """All that `registers/documents.toml` says."""

    kinds: tuple[DocumentKind, ...]
    bodies: tuple[Body, ...]
    offices: tuple[SigningOffice, ...]

    def heads_under(self) -> tuple[str, ...]:
        """Heads of bodies that stand under a parent."""
        return tuple(head for body in self.bodies if body.under for head in body.heads)

    def heads(self) -> tuple[str, ...]:
        """Heads of all bodies."""
        return tuple(head for body in self.bodies for head in body.heads)


@cache
def load_documents(path: Path = HOME / "registers" / "documents.toml") -> DocumentRegister:
    """The register; raises `RegisterError` with file and line for an unknown key or a name or head standing twice."""
    kinds = list(checked(path, read_toml(path, "kind"), DocumentKind))
    bodies = list(checked(path, read_toml(path, "body"), Body))
    offices = list(checked(path, read_toml(path, "office"), SigningOffice))
    unique(path, _lined((line, row.names) for line, row in kinds), "name of a kind")
    unique(path, _lined((line, row.symbols) for line, row in kinds), "symbol")
    unique(path, _lined((line, row.heads) for line, row in bodies), "head of a body")
    unique(path, _lined((line, row.heads) for line, row in offices), "office")
    return DocumentRegister(
        tuple(row for _, row in kinds), tuple(row for _, row in bodies), tuple(row for _, row in offices)
    )


def _lined(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Iterable[tuple[int, str]]:
    return ((line, word) for line, words in rows for word in words)
