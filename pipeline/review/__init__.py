"""Review: people judge what was found, and what they say outlives every rebuild."""
