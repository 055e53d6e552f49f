"""Gold documents: a JSON file each, in the shape of the annotation guide, about a page that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.files import mistake_in
from extractors.model import Page
from pipeline.errors import ThiduaError
from pipeline.inputs import find_inputs


class GoldError(ThiduaError):
    """A folder of gold facts that cannot be used."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of gold facts."""

    file: Path
    facts: dict[str, Any]

    def page(self) -> Page:
        """The page that the facts are about, from beside the file or from `../site`."""
        name = self.facts.get("file") or self.file.with_suffix(".txt").name
        folder = self.file.parent
        path = next((p for p in (folder / name, folder.parent / "site" / name) if p.is_file()), None)
        if path is None:
            raise GoldError(self.file, f"its page {name} is neither beside it nor in ../site", "put it there")
        for found in find_inputs([str(path)]).files:
            return Page(path.read_bytes(), found.name, found.media_type)
        raise GoldError(self.file, f"its page {name} is of no kind that is read", "name another")


def documents(folder: Path) -> Iterator[Document]:
    """Every `*.json` of a folder but its index; raises `GoldError` naming the file and what is wrong in it."""
    return (Document(file, _facts(file)) for file in sorted(folder.glob("*.json")) if file.name != "index.json")


def _facts(file: Path) -> dict[str, Any]:
    try:
        return _Document.model_validate_json(file.read_bytes()).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise GoldError(file, mistake_in(error), "mend the file") from error


class _Fact(BaseModel):
    """What must be right for a fact to be compared at all; it may say more."""

    model_config = ConfigDict(extra="allow", strict=True)

    optional: bool = False


class _Campaign(_Fact):
    name: str
    campaign: str | None = None
    mentions: int | None = 1


class _Official(_Fact):
    name: str
    aliases: list[str] = []
    titles: list[str] = []
    optional_titles: list[str] = []
    roles: list[str] = []
    optional_roles: list[str] = []


class _Meeting(_Fact):
    name: str | None = None
    kind: str | None = None
    kinds: list[str] = []
    date: str | None = None
    period: str | None = None
    place: str | None = None
    host: str | None = None


class _Document(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)

    id: str
    file: str | None = None
    story: str | None = None
    published: str | None = None
    campaigns: list[_Campaign] = []
    officials: list[_Official] = []
    meetings: list[_Meeting] = []
    awards: list[_Fact] = []
    shares: list[_Fact] = []
