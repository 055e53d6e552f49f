"""What is known of every address, and what became of it in every run: SQLite, one transaction per change of state."""
