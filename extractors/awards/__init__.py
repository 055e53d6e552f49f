"""Counts of honours: cues, the grammar that joins them, who granted, whether given, proposed or summed up."""
