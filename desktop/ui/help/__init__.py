"""Help: the user guide, words explained, and the pop-over for single words."""
