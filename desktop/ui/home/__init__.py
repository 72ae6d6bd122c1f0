"""The home page of an open policy."""
