"""What a page says: pure functions from a page to an article and its facts (no clock, network or disk)."""
