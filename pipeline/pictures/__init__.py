"""Pictures of pages on which a sentence stands, with the sentence framed."""
