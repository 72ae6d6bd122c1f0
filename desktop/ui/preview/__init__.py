"""The policy beside the questions."""
