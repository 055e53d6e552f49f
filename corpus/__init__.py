"""What we know: registers, rule tables and source declarations, data first, with typed loaders."""
