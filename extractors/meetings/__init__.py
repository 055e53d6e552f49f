"""The meetings that an article reports."""
