"""Tables to facts: lists of those honoured, and tables of how many were."""
