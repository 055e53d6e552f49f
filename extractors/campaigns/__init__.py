"""Campaigns that a text names: emulation movements, mobilisation campaigns and drives."""
