"""Watches the sources: which night looked at which, what was to be expected, what came, and what is wrong."""
