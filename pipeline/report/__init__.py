"""The audit report: one page that opens offline, without a script, each number down to its sentences."""
