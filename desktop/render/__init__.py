"""Renderers: a document tree in, a file or a page out. Functions only."""
