"""Candidates: names in the place of a campaign that the register does not know, and what people decide about them."""
