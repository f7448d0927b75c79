"""`ogpnews serve`: Datasette over the SQLite export, with pages and words of our own.

Nothing here is imported before the command runs, for Datasette is an optional library.
"""
