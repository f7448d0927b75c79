"""Copies of one text in several outlets."""
