"""The report: a dataset as one HTML file to look at (docs/report.md)."""
