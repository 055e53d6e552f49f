"""Text as copied from a page: lines, and what each of them is."""
