"""Measures extraction against hand-made facts, as the annotation guide scores them."""
