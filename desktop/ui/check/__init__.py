"""The check-up."""
