"""Normalisers: pure functions from a printed string to a value; no I/O but the vocabulary."""
