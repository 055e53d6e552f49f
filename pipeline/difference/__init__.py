"""The difference between two published snapshots: which counts changed, and what each change is put down to."""
