"""XLSX: sheets with tables, values as they are displayed."""
