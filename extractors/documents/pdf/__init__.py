"""PDF: glyphs and strokes to lines, tables, columns and paragraphs."""
