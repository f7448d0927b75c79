"""Crawler and dataset builder for Indonesian regional government news."""

__version__ = "0.1.0"
