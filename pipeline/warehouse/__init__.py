"""The warehouse: one DuckDB file, built anew from all shards, checked, and put in place whole."""
