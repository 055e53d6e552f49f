"""DOCX: paragraphs, tables, footnotes, text boxes and tracked changes."""
