"""Audits: questions about the published warehouse whose answers can be opened down to the sentence."""
