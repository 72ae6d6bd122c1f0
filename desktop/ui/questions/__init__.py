"""Questions as cards: a page of them, each with its editor, help and suggestion."""
