"""Recognition of scanned pages with Tesseract, where it is installed."""
