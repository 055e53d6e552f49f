"""Documents (PDF, DOCX, XLSX) to articles: each format gives the same parts, and the parts give the article."""
