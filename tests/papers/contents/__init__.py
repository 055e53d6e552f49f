"""What stands in the sample documents: our own words, invented people."""

from __future__ import annotations

from tests.papers.contents import decision, letter, merged, notice, plan, proposal, report, sheets
from tests.papers.paper import Paper

PAPERS: tuple[Paper, ...] = tuple(
    module.PAPER for module in (report, decision, plan, letter, merged, sheets, proposal, notice)
)
