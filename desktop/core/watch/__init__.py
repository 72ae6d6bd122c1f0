"""Watching: which tasks come when, what was done and seen, and what all of it comes to. Pure, as all of `core`."""
