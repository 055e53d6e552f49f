"""Dates of the running text: how they are written, what they are for, and which year they mean."""
