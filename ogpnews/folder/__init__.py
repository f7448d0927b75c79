"""A dataset's folder: packed, described, verified; articles withdrawn from it."""
