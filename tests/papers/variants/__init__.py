"""Seeded variants of the sample documents: the same words, set as other offices set them."""
