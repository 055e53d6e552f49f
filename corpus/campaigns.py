"""The register of campaigns: emulation movements, mobilisation campaigns and drives, with every form of their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml, unique

CampaignKind = Literal["emulation", "mobilisation", "drive", "party_study", "generic"]
Need = Literal["nothing", "emulation_page", "quotes", "cue", "cue_and_quotes"]
SLOT = "*"


class Phase(RegisterRow):
    """A period of a campaign and the decision that set it going."""

    period: str = Field(pattern=r"^\d{4}-\d{4}$")
    decision: str | None = None


class Campaign(RegisterRow):
    """One campaign; what the fields mean stands at the head of `registers/campaigns.toml`."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=3)
    kind: CampaignKind
    source: str = Field(min_length=3)
    owner: str | None = None
    first_year: int | None = Field(default=None, ge=1945, le=2100)
    decision: str | None = None
    phases: tuple[Phase, ...] = ()
    aliases: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    needs: Need = "nothing"
    english: str | None = None
    verified: bool = True

    @field_validator("local")
    @classmethod
    def _one_slot(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        for form in forms:
            if form.split().count(SLOT) != 1:
                raise ValueError(f"a local form has one {SLOT} where the place stands: {form!r}")
        return forms

    @property
    def full_names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form in which the register has the name."""
        return (*self.full_names, *self.quoted, *self.short, *self.local)


class Spelling(RegisterRow):
    """Words that a name may be written with, and the words they are read as (none, for "và")."""

    written: str = Field(min_length=2)
    read: str


@dataclass(frozen=True, slots=True)
class CampaignRegister:
    """All campaigns in order, and the spellings of words in their names."""

    campaigns: tuple[Campaign, ...]
    spellings: tuple[Spelling, ...]

    def __getitem__(self, campaign_id: str) -> Campaign:
        found = next((c for c in self.campaigns if c.id == campaign_id), None)
        if found is None:
            raise KeyError(f"no campaign {campaign_id!r} in registers/campaigns.toml")
        return found


@cache
def load_campaigns(path: Path = HOME / "registers" / "campaigns.toml") -> CampaignRegister:
    """The register; raises `RegisterError` naming file and line for a bad row or a name that stands twice.

    >>> load_campaigns()["nong-thon-moi"].first_year
    2011
    """
    spellings = list(checked(path, read_toml(path, "spelling"), Spelling))
    rows = list(checked(path, read_toml(path, "campaign"), Campaign))
    unique(path, ((line, spelling.written.casefold()) for line, spelling in spellings), "spelling")
    unique(path, ((line, campaign.id) for line, campaign in rows), "campaign id")
    unique(path, ((line, _folded(form)) for line, campaign in rows for form in campaign.forms), "alias")
    if not rows:
        raise RegisterError(f"{path.name}: no [[campaign]] in it; put the register back")
    return CampaignRegister(tuple(row for _, row in rows), tuple(row for _, row in spellings))


def _folded(form: str) -> str:
    return " ".join("".join(c if c.isalnum() or c == SLOT else " " for c in form.casefold()).split())
