"""Conversion of old Word files with LibreOffice, where it is installed."""
