"""`make demo`: serves the sample site here, crawls it with the real nightly run, and shows what came of it."""
