"""All that an archive keeps, for tests that look into it."""

from __future__ import annotations

from pipeline.ledger.kept import kept_where
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept


def kept_versions(ledger: Ledger) -> tuple[Kept, ...]:
    """Every version in the archive, in order of acknowledgement."""
    return kept_where(ledger, lambda *_: True)
