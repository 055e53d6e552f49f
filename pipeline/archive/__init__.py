"""What was fetched, as it was fetched: WARC/1.1 files that only grow."""
